import CarrierCore
import Testing

/// The longest text and the ends of the ranges, through the store: what is taken is there again, and what is refused
/// leaves the store as it was.
@Suite("Limits at their edge")
struct LimitTests {
    private let place: TemporaryStore
    private let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.open()
    }

    private static let uri = "https://127.0.0.1/"

    private static var carrierTexts: [(String, WritableKeyPath<Carrier, String>, Int)] {
        [
            ("name", \.name, 50), ("defaultPrinter", \.defaultPrinter, 127),
            ("customerClientID", \.customerClientID, 255),
            ("customerRedirectURI", \.customerRedirectURI, 2048),
            ("shipFromAddress.companyName", \.shipFromAddress.address.companyName, 35),
            ("shipFromAddress.title", \.shipFromAddress.address.title, 35),
            ("shipFromAddress.attention", \.shipFromAddress.address.attention, 35),
            ("shipFromAddress.addressLine1", \.shipFromAddress.address.addressLine1, 35),
            ("shipFromAddress.addressLine2", \.shipFromAddress.address.addressLine2, 35),
            ("shipFromAddress.addressLine3", \.shipFromAddress.address.addressLine3, 35),
            ("shipFromAddress.city", \.shipFromAddress.address.city, 30),
            ("shipFromAddress.postalCode", \.shipFromAddress.address.postalCode, 9),
            ("shipFromAddress.phone", \.shipFromAddress.address.phone, 15),
            ("shipFromAddress.fax", \.shipFromAddress.address.fax, 14),
            ("shipFromAddress.taxID", \.shipFromAddress.address.taxID, 15),
            ("accounts[0].name", \.accounts[0].name, 35),
            ("accounts[0].postalCode", \.accounts[0].postalCode, 9),
        ]
    }

    @Test("A client secret or a password that is longer is refused at every door")
    func longSecrets() throws {
        let (longest, longer) = (
            Secret(String(repeating: "ä", count: 1024)), Secret(String(repeating: "a", count: 1025))
        )
        let carrier = try store.save(soundCarrier(), customerSecret: .set(longest), by: "olga")
        let application = UPSApplication(clientID: "id", redirectURI: Self.uri)
        try store.save(application, secret: .set(longest), by: "olga")
        try store.setPassword(longest, of: "olga", by: "olga")
        let adapter = try store.adapter(named: Adapter.upsTracking)
        var customer = carrier
        customer.authorizationMethod = .customerClientCredentials
        let doors: [() throws -> Void] = [
            { try store.addUser(named: "peter", role: .operator, password: longer, by: "olga") },
            { try store.setPassword(longer, of: "olga", by: "olga") },
            { try store.save(application, secret: .set(longer), by: "olga") },
            { try store.save(carrier, customerSecret: .set(longer), by: "olga") },
            { try store.updateCarrier(named: "UPS", customerSecret: .set(longer), by: "olga") { _ in } },
            { try store.save(adapter, customerSecret: .set(longer), by: "olga") },
            {
                try store.updateAdapter(named: adapter.name, customerSecret: .set(longer), by: "olga") { _ in
                }
            },
            {
                _ = try store.authorizationRequest(
                    for: customer, endpoint: .test, customerClient: OAuthClient(id: "id", secret: longer),
                    by: "olga")
            },
        ]
        for (number, door) in doors.enumerated() {
            let error = #expect(throws: CarrierError.self, "door \(number)") { try door() }
            #expect(error?.code == .invalid)
            #expect(error?.message.contains("takes at most 1024 characters; this has 1025.") == true)
        }
        #expect(try store.applicationSecret() == longest)
    }

    @Test("A carrier's texts, its ship-from address's and its accounts'")
    func carrier() throws {
        for (field, path, limit) in Self.carrierTexts {
            var carrier = soundCarrier()
            carrier.shipFromAddress.useCompanyAddress = false
            carrier.shipFromAddress.address = soundAddress()
            carrier.addAccount(ShipperAccount(number: "A1B2C3", postalCode: "49525"))
            carrier[keyPath: path] = Self.text(limit, isURI: field.hasSuffix("URI"))
            let saved = try store.save(carrier, by: "olga")
            #expect(try store.carrier(named: saved.name)[keyPath: path] == carrier[keyPath: path], "\(field)")
            carrier[keyPath: path] += "7"
            if field != "name" { carrier.name = "Another" }
            expectRefused(field) { _ = try store.save(carrier, by: "olga") }
            #expect(try store.carrierCount() == 1)
            try store.deleteCarrier(named: saved.name, by: "olga")
        }
    }

    @Test("An adapter's and the installation's client")
    func clients() throws {
        for limit in [255, 2048] {
            let isURI = limit == 2048
            let text = Self.text(limit, isURI: isURI)
            var application = UPSApplication(clientID: "id", redirectURI: Self.uri)
            var adapter = try store.adapter(named: Adapter.upsTracking)
            if isURI {
                (application.redirectURI, adapter.customerRedirectURI) = (text, text)
            } else {
                (application.clientID, adapter.customerClientID) = (text, text)
            }
            try store.save(application, by: "olga")
            try store.save(adapter, by: "olga")
            #expect(try store.application() == application)
            let saved = try store.adapter(named: Adapter.upsTracking)
            #expect((isURI ? saved.customerRedirectURI : saved.customerClientID) == text)
            if isURI {
                application.redirectURI += "7"
                adapter.customerRedirectURI += "7"
            } else {
                application.clientID += "7"
                adapter.customerClientID += "7"
            }
            expectRefused(isURI ? "redirectURI" : "clientID") { try store.save(application, by: "olga") }
            expectRefused(isURI ? "customerRedirectURI" : "customerClientID") {
                _ = try store.save(adapter, by: "olga")
            }
        }
    }

    @Test("A client secret and a password as long as the fields that they are typed in")
    func secrets() throws {
        let secret = Secret(Self.text(1024, isURI: false))
        let application = UPSApplication(clientID: "id", redirectURI: Self.uri)
        try store.save(application, secret: .set(secret), by: "olga")
        #expect(try store.applicationSecret() == secret)
        try store.setPassword(secret, of: "olga", by: "olga")
        guard case .accepted = try store.authenticate(name: "olga", password: secret) else {
            throw Unexpected("not signed in")
        }
    }

    @Test("A user's name")
    func user() throws {
        let name = Self.text(50, isURI: false)
        try store.addUser(named: name, role: .operator, by: "olga")
        #expect(try store.users().contains { $0.name == name })
        expectRefused("name") { try store.addUser(named: name + "7", role: .operator, by: "olga") }
    }

    @Test("The settings")
    func settings() throws {
        let sound = try store.settings()
        let changes: [(String, (inout Settings) -> Void, Bool)] = [
            ("alertDays", { $0.alertDays = 1 }, true), ("alertDays", { $0.alertDays = 60 }, true),
            ("alertDays", { $0.alertDays = 0 }, false), ("alertDays", { $0.alertDays = 61 }, false),
            ("idleLockMinutes", { $0.idleLockMinutes = 0 }, true),
            ("idleLockMinutes", { $0.idleLockMinutes = 1440 }, true),
            ("idleLockMinutes", { $0.idleLockMinutes = -1 }, false),
            ("idleLockMinutes", { $0.idleLockMinutes = 1441 }, false),
            ("reportsFolder", { $0.reportsFolder = Self.text(4096, isURI: false) }, true),
            ("reportsFolder", { $0.reportsFolder = Self.text(4097, isURI: false) }, false),
        ]
        for (field, change, isTaken) in changes {
            var settings = sound
            change(&settings)
            if isTaken {
                try store.save(settings, by: "olga")
                #expect(try store.settings() == settings)
            } else {
                expectRefused(field) { try store.save(settings, by: "olga") }
            }
        }
    }

    private static func text(_ count: Int, isURI: Bool) -> String {
        let start = isURI ? uri : ""
        return start + String(repeating: "7", count: count - start.count)
    }

    private func expectRefused(
        _ field: String, _ save: () throws -> Void, location: SourceLocation = #_sourceLocation
    ) {
        let error = #expect(throws: CarrierError.self, "\(field)", sourceLocation: location, performing: save)
        #expect(error?.code == .invalid && error?.subject == field, "\(field)", sourceLocation: location)
    }
}
