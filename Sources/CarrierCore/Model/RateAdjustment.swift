/// How a result is brought to its decimal places.
public enum Rounding: String, CodedValue {
    /// To the nearer neighbour; exactly half way goes away from zero (0.125 to 0.13, −0.125 to −0.13).
    case nearest
    /// Never to less: towards positive infinity (0.121 to 0.13, −0.129 to −0.12).
    case up
    /// Never to more: towards negative infinity (0.129 to 0.12, −0.121 to −0.13).
    case down

    public var title: String {
        switch self {
        case .nearest: "Nearest"
        case .up: "Up"
        case .down: "Down"
        }
    }
}

/// What is added to UPS's rate before it is written back.
public struct RateAdjustment: Sendable, Equatable {
    /// Percent of the starting rate, −100 to 1000.
    public var markupPercent = DecimalNumber.zero
    /// In the rate's currency, −99,999.99 to 99,999.99.
    public var markupAmount = DecimalNumber(coefficient: 0, scale: 2)
    public var rounding = Rounding.nearest
    /// 0 to 4.
    public var decimalPlaces = 2

    public init() {}

    /// Rate plus amount plus percent *of the starting rate*, rounded once, at the end, as ShipCenter does.
    ///
    /// The result has exactly `decimalPlaces` digits behind the point.
    public func adjusted(rate: DecimalNumber) -> DecimalNumber {
        let scale = max(rate.scale + markupPercent.scale + 2, markupAmount.scale)
        let share = DecimalNumber(
            coefficient: rate.coefficient * markupPercent.coefficient,
            scale: rate.scale + markupPercent.scale + 2)
        let sum = [rate, markupAmount, share].reduce(0) { $0 + $1.coefficient(atScale: scale) }
        return rounded(sum, scale: scale)
    }

    private func rounded(_ coefficient: Int128, scale: Int) -> DecimalNumber {
        guard scale > decimalPlaces else {
            let widened = coefficient * DecimalNumber.power(decimalPlaces - scale)
            return DecimalNumber(coefficient: widened, scale: decimalPlaces)
        }
        let unit = DecimalNumber.power(scale - decimalPlaces)
        var (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
        switch rounding {
        case .nearest where remainder.magnitude * 2 >= unit.magnitude: quotient += remainder.signum()
        case .up where remainder > 0: quotient += 1
        case .down where remainder < 0: quotient -= 1
        default: break
        }
        return DecimalNumber(coefficient: quotient, scale: decimalPlaces)
    }
}
