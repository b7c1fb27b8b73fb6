/// A postal address with its contact, as UPS takes it.
public struct Address: Sendable, Equatable {
    public var companyName = ""
    public var title = ""
    public var attention = ""
    public var addressLine1 = ""
    public var addressLine2 = ""
    public var addressLine3 = ""
    public var city = ""
    public var state = ""
    /// ISO 3166 alpha-2, upper case once normalized.
    public var country = "US"
    public var postalCode = ""
    public var isResidential = false
    public var phone = ""
    public var fax = ""
    public var email = ""
    public var taxID = ""

    public init() {}

    /// Without spaces around the texts, the codes in upper case.
    func normalized() -> Address {
        var copy = self
        for (_, path) in Address.texts { copy[keyPath: path] = copy[keyPath: path].trimmed() }
        copy.country = copy.country.uppercased()
        if Address.countriesWithShortStates.contains(copy.country) { copy.state = copy.state.uppercased() }
        return copy
    }

    /// Where a state or province is a code of two letters (UPS).
    static let countriesWithShortStates: Set<String> = ["US", "CA", "PR", "VI"]

    /// The texts with their names, in the order of UPS's form.
    static var texts: [(name: String, path: WritableKeyPath<Address, String>)] {
        [
            ("companyName", \.companyName), ("title", \.title), ("attention", \.attention),
            ("addressLine1", \.addressLine1), ("addressLine2", \.addressLine2),
            ("addressLine3", \.addressLine3), ("city", \.city), ("state", \.state), ("country", \.country),
            ("postalCode", \.postalCode), ("phone", \.phone), ("fax", \.fax), ("email", \.email),
            ("taxID", \.taxID),
        ]
    }
}

/// Where parcels start: the company's address, or one of its own.
public struct ShipFromAddress: Sendable, Equatable {
    public var useCompanyAddress = true
    /// Empty while the company's address is used: nothing is kept twice.
    public var address = Address()

    public init() {}
}
