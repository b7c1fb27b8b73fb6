/// A shipper number of UPS that a carrier bills to.
public struct ShipperAccount: Sendable, Equatable {
    public var name: String
    /// Six letters or digits, upper case once normalized.
    public var number: String
    public var postalCode: String
    /// ISO 3166 alpha-2.
    public var country: String
    /// Whether the account has generated an invoice in the last 90 days.
    public var hasRecentInvoice: Bool
    public var isDefault: Bool

    public init(
        name: String = "", number: String, postalCode: String, country: String = "US",
        hasRecentInvoice: Bool = false, isDefault: Bool = false
    ) {
        self.name = name
        self.number = number
        self.postalCode = postalCode
        self.country = country
        self.hasRecentInvoice = hasRecentInvoice
        self.isDefault = isDefault
    }

    func normalized() -> ShipperAccount {
        ShipperAccount(
            name: name.trimmed(), number: number.trimmed().uppercased(), postalCode: postalCode.trimmed(),
            country: country.trimmed().uppercased(), hasRecentInvoice: hasRecentInvoice,
            isDefault: isDefault)
    }
}

extension Carrier {
    /// Adds an account; the first one, or one marked so, becomes the default.
    public mutating func addAccount(_ account: ShipperAccount) {
        accounts.append(account.normalized())
        if account.isDefault || accounts.count == 1 { markDefault(at: accounts.count - 1) }
    }

    /// Makes the account with this number the one default.
    ///
    /// - Throws: `.setup` when the carrier has no such account.
    public mutating func setDefaultAccount(_ number: String) throws {
        markDefault(at: try accountIndex(number))
    }

    /// Puts `account` where the one with this number was; taking the default away is not possible here.
    ///
    /// - Throws: `.setup` when the carrier has no such account.
    public mutating func replaceAccount(_ number: String, with account: ShipperAccount) throws {
        let index = try accountIndex(number)
        let wasDefault = accounts[index].isDefault
        accounts[index] = account.normalized()
        if account.isDefault || wasDefault { markDefault(at: index) }
    }

    /// Removes an account; when it was the default, the first one left becomes it.
    ///
    /// - Throws: `.setup` when the carrier has no such account.
    public mutating func removeAccount(_ number: String) throws {
        let removed = accounts.remove(at: try accountIndex(number))
        if removed.isDefault, !accounts.isEmpty { markDefault(at: 0) }
    }

    /// Exactly one default as soon as there is one account: the first that claims it, else the first.
    mutating func settleDefaultAccount() {
        guard !accounts.isEmpty else { return }
        markDefault(at: accounts.firstIndex(where: \.isDefault) ?? 0)
    }

    private mutating func markDefault(at index: Int) {
        for each in accounts.indices { accounts[each].isDefault = each == index }
    }

    private func accountIndex(_ number: String) throws -> Int {
        let wanted = number.trimmed().uppercased()
        guard let index = accounts.firstIndex(where: { $0.number == wanted }) else {
            throw CarrierError(
                .setup, subject: "accounts", "The carrier \(name) has no shipper account \(number).",
                advice: "See carrier-editor account list for those it has, or add this one first.")
        }
        return index
    }
}
