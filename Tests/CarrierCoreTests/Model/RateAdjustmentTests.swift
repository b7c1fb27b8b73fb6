import CarrierCore
import Testing

@Suite("Rate adjustment")
struct RateAdjustmentTests {
    @Test(
        "rounds to the nearest, up and down, ties away from zero, below zero, too",
        arguments: [
            ("0.125", "0.13", "0.13", "0.12"), ("0.124", "0.12", "0.13", "0.12"),
            ("0.126", "0.13", "0.13", "0.12"), ("-0.125", "-0.13", "-0.12", "-0.13"),
            ("-0.124", "-0.12", "-0.12", "-0.13"), ("-0.126", "-0.13", "-0.12", "-0.13"),
            ("0.10", "0.10", "0.10", "0.10"), ("7", "7.00", "7.00", "7.00"),
            ("0.000001", "0.00", "0.01", "0.00"), ("-0.000001", "0.00", "0.00", "-0.01"),
            ("9999999999999", "9999999999999.00", "9999999999999.00", "9999999999999.00"),
        ])
    func rounding(rate: String, nearest: String, up: String, down: String) {
        for (rounding, expected) in [(Rounding.nearest, nearest), (.up, up), (.down, down)] {
            var adjustment = RateAdjustment()
            adjustment.rounding = rounding
            #expect(adjustment.adjusted(rate: decimal(rate)).description == expected, "\(rounding)")
        }
    }

    @Test(
        "adds the amount, and the percent of the starting rate alone",
        arguments: [
            ("100", "10", "5", 2, "115.00"), ("100", "-10", "-5", 2, "85.00"), ("10", "-100", "0", 2, "0.00"),
            ("12.34", "1000", "0.01", 2, "135.75"), ("1.10", "10", "0", 3, "1.210"),
            ("0.1", "0", "0.2", 4, "0.3000"), ("33.33", "33.3333", "0", 4, "44.4400"),
            ("10.5", "0", "0", 0, "11"), ("1", "0", "-99999.99", 2, "-99998.99"),
        ])
    func adjusted(rate: String, percent: String, amount: String, places: Int, expected: String) {
        var adjustment = RateAdjustment()
        adjustment.markupPercent = decimal(percent)
        adjustment.markupAmount = decimal(amount)
        adjustment.decimalPlaces = places
        #expect(adjustment.adjusted(rate: decimal(rate)).description == expected)
    }

    @Test("a new one changes nothing")
    func neutral() {
        #expect(RateAdjustment().adjusted(rate: decimal("19.99")).description == "19.99")
    }

    @Test("a decimal keeps its digits and compares by value")
    func digits() {
        #expect(decimal("12.50").description == "12.50")
        #expect(decimal("-0.05").description == "-0.05")
        #expect(decimal("12.50") == decimal("12.5"))
        #expect(decimal("12.50").hashValue == decimal("12.5").hashValue)
        #expect(decimal("-1") < decimal("0.001"))
        #expect(decimal("+3").description == "3")
    }

    @Test(
        "what is no plain decimal number is not read",
        arguments: [
            "", "-", ".", ".5", "5.", "1e3", "1,5", "0x10", " 1", "1 ", "--1", "1.2.3", "NaN", "١",
            "1234567890123456", "0.1234567", "\u{1B}[2J",
        ])
    func refused(text: String) {
        #expect(DecimalNumber(text: text) == nil)
    }
}
