import CarrierCore
import Testing

@Suite("Carrier limits")
struct CarrierValidationTests {
    /// The texts of a carrier: name, place, limit, and whether it is required.
    static var companyTexts: [(String, WritableKeyPath<Carrier, String>, Int, Bool)] {
        [
            ("name", \.name, 50, true),
            ("defaultPrinter", \.defaultPrinter, 127, false),
            ("customerClientID", \.customerClientID, 255, false),
            ("companyAddress.companyName", \.companyAddress.companyName, 35, true),
            ("companyAddress.title", \.companyAddress.title, 35, true),
            ("companyAddress.attention", \.companyAddress.attention, 35, true),
            ("companyAddress.addressLine1", \.companyAddress.addressLine1, 35, true),
            ("companyAddress.addressLine2", \.companyAddress.addressLine2, 35, false),
            ("companyAddress.addressLine3", \.companyAddress.addressLine3, 35, false),
            ("companyAddress.city", \.companyAddress.city, 30, true),
            ("companyAddress.postalCode", \.companyAddress.postalCode, 9, true),
            ("companyAddress.phone", \.companyAddress.phone, 15, true),
            ("companyAddress.fax", \.companyAddress.fax, 14, false),
            ("companyAddress.taxID", \.companyAddress.taxID, 15, false),
        ]
    }

    @Test("Several problems are one error: the first in words, the others counted up in good grammar")
    func several() {
        let problems = ["name", "city", "state"].map { Problem(field: $0, message: "It is required.") }
        #expect(
            CarrierError(Array(problems.prefix(2)))?.advice
                == "Correct it and try again; city needs attention, too.")
        #expect(
            CarrierError(problems)?.advice == "Correct it and try again; city, state need attention, too.")
    }

    @Test("a carrier with all that is required has no problem, and one with everything neither")
    func sound() {
        #expect(soundCarrier().validate() == [])
        #expect(fullCarrier().validate() == [])
    }

    @Test("a new carrier lacks exactly the fields with a star")
    func required() {
        let missing = Carrier().validate().map(\.field)
        let fields = [
            "companyName", "title", "attention", "addressLine1", "city", "state", "postalCode", "phone",
            "email",
        ]
        #expect(missing == ["name"] + fields.map { "companyAddress.\($0)" })
    }

    @Test("a ship-from address of its own needs no title, attention, zip or email")
    func shipFrom() {
        var carrier = soundCarrier()
        carrier.shipFromAddress.useCompanyAddress = false
        let fields = ["companyName", "addressLine1", "city", "state", "phone"]
        #expect(carrier.validate().map(\.field) == fields.map { "shipFromAddress.\($0)" })
    }

    @Test("every text is accepted at its limit and refused one character beyond")
    func lengths() {
        for (field, path, limit, _) in Self.companyTexts {
            var carrier = soundCarrier()
            carrier[keyPath: path] = String(repeating: "7", count: limit)
            #expect(carrier.validate() == [], "\(field) at \(limit)")
            carrier[keyPath: path] += "7"
            #expect(carrier.validate().map(\.field) == [field], "\(field) beyond \(limit)")
        }
    }

    @Test("every required text is refused when empty or blank, the others are not")
    func presence() {
        for (field, path, _, isRequired) in Self.companyTexts {
            for nothing in ["", "   "] {
                var carrier = soundCarrier()
                carrier[keyPath: path] = nothing
                #expect(carrier.validate().map(\.field) == (isRequired ? [field] : []), "\(field)")
            }
        }
    }

    @Test("characters count as a reader counts them")
    func graphemes() {
        var carrier = soundCarrier(String(repeating: "é", count: 50))
        #expect(carrier.validate() == [])
        carrier.name = String(repeating: "👩‍👩‍👧‍👦", count: 50)
        #expect(carrier.validate() == [])
        carrier.name = "a" + String(repeating: "\u{301}", count: 5000)
        #expect(carrier.validate().map(\.field) == ["name"])
    }

    @Test("no text takes what could steer a terminal or turn the writing round")
    func controls() {
        for (field, path, _, _) in Self.companyTexts {
            for bad in ["\u{1B}", "\n", "\t", "\u{0}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2028}", "\r\n"] {
                var carrier = soundCarrier()
                carrier[keyPath: path] = "55555\(bad)"
                let problems = carrier.validate()
                #expect(problems.map(\.field) == [field])
                #expect(problems.first?.message.contains("control character U+") == true)
                carrier[keyPath: path] = bad
                #expect(carrier.validate().map(\.field) == [field], "\(field) of nothing else")
            }
        }
    }

    @Test(
        "the state is two letters where UPS wants a code, up to five characters elsewhere",
        arguments: [
            ("US", "MI", true), ("US", "mi", true), ("US", "M", false), ("US", "MIC", false),
            ("US", "M1", false),
            ("CA", "ON", true), ("CA", "Ont", false), ("PR", "PR", true), ("VI", "STT", false),
            ("DE", "BW", true), ("DE", "ABCDE", true), ("DE", "ABCDEF", false), ("IE", "D", true),
        ])
    func state(country: String, state: String, isSound: Bool) {
        var carrier = soundCarrier()
        carrier.companyAddress.country = country
        carrier.companyAddress.state = state
        #expect(carrier.validate().map(\.field) == (isSound ? [] : ["companyAddress.state"]))
    }

    @Test("a country is two letters", arguments: ["", "U", "USA", "U1", "ÜS"])
    func country(country: String) {
        var carrier = soundCarrier()
        carrier.companyAddress.country = country
        #expect(carrier.validate().map(\.field).contains("companyAddress.country"))
    }

    @Test(
        "an email address looks like one",
        arguments: [
            ("a@b.c", true), ("dock.two+ups@mail.example.com", true), ("a", false), ("a@b", false),
            ("@b.c", false), ("a@b.", false), ("a@@b.c", false), ("a b@c.de", false), ("a@.c", false),
            (String(repeating: "a", count: 46) + "@b.c", true),
            (String(repeating: "a", count: 47) + "@b.c", false),
        ])
    func email(email: String, isSound: Bool) {
        var carrier = soundCarrier()
        carrier.companyAddress.email = email
        #expect(carrier.validate().map(\.field) == (isSound ? [] : ["companyAddress.email"]))
    }

    @Test("phone and zip take only what belongs there")
    func phoneAndZip() {
        var carrier = soundCarrier()
        carrier.companyAddress.phone = "+1 616-555-0100"
        carrier.companyAddress.postalCode = "SW1A 1AA"
        #expect(carrier.validate() == [])
        carrier.companyAddress.phone = "call me maybe"
        carrier.companyAddress.postalCode = "49355_1"
        #expect(carrier.validate().map(\.field) == ["companyAddress.postalCode", "companyAddress.phone"])
    }

    @Test(
        "percent, amount and decimal places keep to their ranges",
        arguments: [
            ("-100", "-99999.99", 0, []), ("1000", "99999.99", 4, []), ("999.9999", "0.0001", 2, []),
            ("-100.0001", "0", 2, ["markupPercent"]), ("1000.01", "0", 2, ["markupPercent"]),
            ("0", "100000", 2, ["markupAmount"]), ("0", "-99999.991", 2, ["markupAmount"]),
            ("0.00001", "0.00001", 2, ["markupPercent", "markupAmount"]),
            ("0", "0", -1, ["decimalPlaces"]), ("0", "0", 5, ["decimalPlaces"]),
        ])
    func adjustment(percent: String, amount: String, places: Int, wrong: [String]) {
        var carrier = soundCarrier()
        carrier.rateAdjustment.markupPercent = decimal(percent)
        carrier.rateAdjustment.markupAmount = decimal(amount)
        carrier.rateAdjustment.decimalPlaces = places
        #expect(carrier.validate().map(\.field) == wrong.map { "rateAdjustment.\($0)" })
    }

    @Test("a redirect URI is a whole http address")
    func redirect() {
        for (text, isSound) in [
            ("https://127.0.0.1/upscallback", true), ("http://localhost:80/x?y=1", true), ("", true),
            ("127.0.0.1/x", false), ("ftp://host/", false), ("https://", false), ("https:///x", false),
            ("https://h/#f", false), ("https://h/ x", false),
        ] {
            var carrier = soundCarrier()
            carrier.customerRedirectURI = text
            #expect(carrier.validate().isEmpty == isSound, "\(text)")
        }
    }

    @Test("normalizing trims, brings codes to upper case, and stores no address twice")
    func normalized() {
        var carrier = soundCarrier("  UPS  ")
        carrier.companyAddress.country = "us"
        carrier.companyAddress.state = "mi"
        carrier.shipFromAddress.address.city = "Elsewhere"
        carrier.restrictedServices = [.ground, .nextDayAir, .ground]
        let normalized = carrier.normalized()
        #expect(normalized.name == "UPS")
        #expect(normalized.companyAddress == soundAddress())
        #expect(normalized.shipFromAddress == ShipFromAddress())
        #expect(normalized.restrictedServices == [.nextDayAir, .ground])
        #expect(normalized.effectiveShipFrom == soundAddress())
    }
}

@Suite("Shipper accounts")
struct ShipperAccountTests {
    private func account(_ number: String, isDefault: Bool = false) -> ShipperAccount {
        ShipperAccount(number: number, postalCode: "49525", isDefault: isDefault)
    }

    private func defaults(_ carrier: Carrier) -> [String] {
        carrier.accounts.filter(\.isDefault).map(\.number)
    }

    @Test("exactly one is the default, whatever is added and removed")
    func oneDefault() throws {
        var carrier = soundCarrier()
        carrier.addAccount(account("aaaaaa"))
        #expect(defaults(carrier) == ["AAAAAA"])
        carrier.addAccount(account("BBBBBB"))
        #expect(defaults(carrier) == ["AAAAAA"])
        carrier.addAccount(account("CCCCCC", isDefault: true))
        #expect(defaults(carrier) == ["CCCCCC"])
        try carrier.setDefaultAccount("bbbbbb")
        #expect(defaults(carrier) == ["BBBBBB"])
        try carrier.replaceAccount("BBBBBB", with: account("DDDDDD"))
        #expect(defaults(carrier) == ["DDDDDD"])
        try carrier.removeAccount("DDDDDD")
        #expect(defaults(carrier) == ["AAAAAA"])
        try carrier.removeAccount("AAAAAA")
        try carrier.removeAccount("CCCCCC")
        #expect(carrier.accounts == [])
        #expect(throws: CarrierError.self) { try carrier.removeAccount("CCCCCC") }
    }

    @Test(
        "a number is exactly six letters or digits",
        arguments: [
            ("W599Y7", true), ("w599y7", true), ("W599Y", false), ("W599Y77", false), ("W599Y-", false),
            ("", false), ("W599Yé", false),
        ])
    func number(number: String, isSound: Bool) {
        #expect(account(number).validate().map(\.field) == (isSound ? [] : ["number"]))
    }

    @Test("a number comes once in a carrier, in any case")
    func unique() {
        var carrier = soundCarrier()
        carrier.addAccount(account("AAAAAA"))
        carrier.addAccount(account("aaaaaa"))
        #expect(carrier.validate().map(\.field) == ["accounts[1].number"])
    }

    @Test("postal code and country are required, the name is not")
    func required() {
        let account = ShipperAccount(number: "AAAAAA", postalCode: "", country: "")
        #expect(account.validate().map(\.field) == ["postalCode", "country"])
    }
}
