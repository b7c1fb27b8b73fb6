/// The limits of UPS.md for every field; lengths count characters as a reader does.
extension Carrier {
    static let percentRange =
        DecimalNumber(coefficient: -100, scale: 0)...DecimalNumber(coefficient: 1000, scale: 0)
    static let amountRange =
        DecimalNumber(coefficient: -9_999_999, scale: 2)...DecimalNumber(coefficient: 9_999_999, scale: 2)

    /// Everything about this carrier that is against a rule, in reading order; empty when it may be stored.
    public func validate() -> [Problem] {
        var inspection = Inspection()
        inspection.text("name", "Carrier Name", name, limit: 50, isRequired: true)
        for (index, report) in customReports.enumerated() {
            inspection.text("customReports[\(index)]", "Custom Reports", report, limit: 255, isRequired: true)
        }
        if customReports.count > 100 {
            inspection.report("customReports", "Custom Reports takes at most 100 files.")
        }
        inspection.rateAdjustment(rateAdjustment)
        inspection.text("defaultPrinter", "Default Printer", defaultPrinter, limit: 127)
        inspection.address("companyAddress", companyAddress, isShipFrom: false)
        if !shipFromAddress.useCompanyAddress {
            inspection.address("shipFromAddress", shipFromAddress.address, isShipFrom: true)
        }
        inspection.authorization(of: self)
        inspection.accounts(accounts)
        return inspection.problems
    }
}

extension ShipperAccount {
    /// Everything about this account that is against a rule, fields named as in `accounts[]`.
    public func validate() -> [Problem] {
        var inspection = Inspection()
        inspection.account(self, prefix: "")
        return inspection.problems
    }
}

extension Inspection {
    fileprivate mutating func rateAdjustment(_ adjustment: RateAdjustment) {
        if !Carrier.percentRange.contains(adjustment.markupPercent) {
            report("rateAdjustment.markupPercent", "Markup Percent is from -100 to 1000.")
        } else if adjustment.markupPercent.significantScale > 4 {
            report("rateAdjustment.markupPercent", "Markup Percent has at most 4 decimal places.")
        }
        if !Carrier.amountRange.contains(adjustment.markupAmount) {
            report("rateAdjustment.markupAmount", "Markup Amount is from -99999.99 to 99999.99.")
        } else if adjustment.markupAmount.significantScale > 4 {
            report("rateAdjustment.markupAmount", "Markup Amount has at most 4 decimal places.")
        }
        if !(0...4).contains(adjustment.decimalPlaces) {
            report("rateAdjustment.decimalPlaces", "Decimal Places is from 0 to 4.")
        }
    }

    fileprivate mutating func address(_ group: String, _ address: Address, isShipFrom: Bool) {
        let always = !isShipFrom
        text("\(group).companyName", "Company Name", address.companyName, limit: 35, isRequired: true)
        text("\(group).title", "Title", address.title, limit: 35, isRequired: always)
        text("\(group).attention", "Attention", address.attention, limit: 35, isRequired: always)
        text("\(group).addressLine1", "Address", address.addressLine1, limit: 35, isRequired: true)
        text("\(group).addressLine2", "Address line 2", address.addressLine2, limit: 35)
        text("\(group).addressLine3", "Address line 3", address.addressLine3, limit: 35)
        text("\(group).city", "City", address.city, limit: 30, isRequired: true)
        state("\(group).state", address)
        country("\(group).country", "Country", address.country)
        postalCode("\(group).postalCode", "Zip", address.postalCode, isRequired: always)
        phone("\(group).phone", "Phone", address.phone, limit: 15, isRequired: true)
        phone("\(group).fax", "Fax", address.fax, limit: 14, isRequired: false)
        email("\(group).email", "Email", address.email, isRequired: always)
        text("\(group).taxID", "Tax ID Number", address.taxID, limit: 15)
    }

    private mutating func state(_ field: String, _ address: Address) {
        guard text(field, "State", address.state, limit: 5, isRequired: true) else { return }
        let country = address.country.uppercased()
        if Address.countriesWithShortStates.contains(country),
            address.state.count != 2 || !address.state.utf8.allSatisfy(\.isLetter)
        {
            report(field, "State is two letters in \(country).")
        }
    }

    fileprivate mutating func authorization(of carrier: Carrier) {
        if carrier.authorizationMethod == .legacy {
            report("authorizationMethod", "Authorization Method is one of those of the REST API.")
        }
        text("customerClientID", "Client ID", carrier.customerClientID, limit: 255)
        redirectURI(
            "customerRedirectURI", "Redirect URI", carrier.customerRedirectURI, isRequired: false)
    }

    fileprivate mutating func accounts(_ accounts: [ShipperAccount]) {
        var seen: Set<String> = []
        for (index, account) in accounts.enumerated() {
            self.account(account, prefix: "accounts[\(index)].")
            if !seen.insert(account.number.uppercased()).inserted {
                report(
                    "accounts[\(index)].number",
                    "Shipper Number \(account.number) is in this carrier already.")
            }
        }
        if !accounts.isEmpty, accounts.count(where: \.isDefault) != 1 {
            report("accounts", "Exactly one shipper account is the default.")
        }
    }

    fileprivate mutating func account(_ account: ShipperAccount, prefix: String) {
        text(prefix + "name", "Account Name", account.name, limit: 35)
        if text(prefix + "number", "Shipper Number", account.number, limit: 6, isRequired: true),
            account.number.utf8.count != 6 || !account.number.utf8.allSatisfy({ $0.isLetter || $0.isDigit })
        {
            report(prefix + "number", "Shipper Number is exactly 6 letters or digits.")
        }
        postalCode(prefix + "postalCode", "Postal Code", account.postalCode, isRequired: true)
        country(prefix + "country", "Country Code", account.country)
    }
}
