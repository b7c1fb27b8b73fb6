import CarrierCore
import Foundation
import Locking
import Testing

/// A clock that a test sets.
final class SetClock: Sendable {
    private let time = Guarded<Int64>(1_700_000_000_000)

    var wall: WallClock { WallClock { self.time.withLock { $0 } } }

    func advance(milliseconds: Int64) {
        time.withLock { $0 += milliseconds }
    }
}

@Suite("People")
struct PeopleTests {
    private let place: TemporaryStore
    private let clock = SetClock()
    private let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.open(clock: clock.wall)
    }

    private func isAccepted(_ name: String, _ password: String, _ store: Store? = nil) throws -> Bool {
        if case .accepted = try (store ?? self.store).authenticate(name: name, password: Secret(password)) {
            return true
        }
        return false
    }

    private func wait(_ name: String, _ password: String) throws -> Int64? {
        if case .refused(let wait) = try store.authenticate(name: name, password: Secret(password)) {
            return wait
        }
        return nil
    }

    @Test("login is needed as soon as there is a password or a second user")
    func login() throws {
        #expect(try store.soleUserWithoutPassword()?.name == "olga")
        try store.addUser(named: "otto", role: .operator, by: "olga")
        #expect(try store.soleUserWithoutPassword() == nil)
        let elsewhere = try TemporaryStore()
        let other = try elsewhere.open()
        try other.setPassword(Secret("geheim"), of: "olga", by: "olga")
        #expect(try other.soleUserWithoutPassword() == nil)
        try other.setPassword(nil, of: "olga", by: "olga")
        #expect(try other.soleUserWithoutPassword() != nil)
    }

    @Test("only the right password of an enabled user is accepted, whatever the name's case")
    func authenticate() throws {
        try store.addUser(named: "Alice", role: .operator, password: Secret("geheim"), by: "olga")
        #expect(try isAccepted(" alice ", "geheim"))
        #expect(try isAccepted("olga", ""))
        #expect(try !isAccepted("Alice", "Geheim"))
        clock.advance(milliseconds: 1000)
        #expect(try !isAccepted("Alice", ""))
        #expect(try !isAccepted("nobody", ""))
        #expect(try !isAccepted("olga", "anything"))
        try store.setDisabled(true, of: "alice", by: "olga")
        clock.advance(milliseconds: 300_000)
        #expect(try !isAccepted("Alice", "geheim"))
    }

    @Test("the delay doubles with each failure, survives a restart, and ends with a success")
    func delay() throws {
        try store.addUser(named: "alice", role: .operator, password: Secret("geheim"), by: "olga")
        for expected: Int64 in [1000, 2000, 4000] {
            #expect(try wait("alice", "wrong") == expected)
            #expect(try wait("Alice", "geheim") == expected, "too early, even if right")
            #expect(try !isAccepted("alice", "geheim", place.open(clock: clock.wall)))
            clock.advance(milliseconds: expected)
        }
        #expect(try isAccepted("alice", "geheim"))
        #expect(try wait("alice", "wrong") == 1000)
    }

    @Test("an unknown name is answered and delayed as a known one is")
    func unknown() throws {
        try store.addUser(named: "alice", role: .operator, password: Secret("geheim"), by: "olga")
        let known = try wait("alice", "wrong")
        let unknown = try wait("mallory", "wrong")
        #expect(known == unknown)
        #expect(try wait("mallory", "wrong") == 1000)
    }

    @Test("the last administrator can neither be disabled nor demoted")
    func lastAdministrator() throws {
        try store.addUser(named: "otto", role: .operator, by: "olga")
        #expect(throws: CarrierError.self) { try store.setDisabled(true, of: "olga", by: "olga") }
        #expect(throws: CarrierError.self) { try store.setRole(.operator, of: "olga", by: "olga") }
        #expect(try store.users().first { $0.name == "olga" }?.isDisabled == false)
        try store.setRole(.administrator, of: "otto", by: "olga")
        try store.setDisabled(true, of: "olga", by: "otto")
        #expect(throws: CarrierError.self) { try store.setRole(.operator, of: "otto", by: "otto") }
    }

    @Test("a name comes once, in any case; rules hold for names and passwords")
    func names() throws {
        #expect(throws: CarrierError.self) { try store.addUser(named: "OLGA", role: .operator, by: "olga") }
        #expect(throws: CarrierError.self) { try store.addUser(named: " ", role: .operator, by: "olga") }
        #expect(throws: CarrierError.self) {
            try store.addUser(named: "a\u{1B}", role: .operator, by: "olga")
        }
        #expect(throws: CarrierError.self) { try store.setPassword(Secret(""), of: "olga", by: "olga") }
        #expect(throws: CarrierError.self) { try store.setPassword(Secret("x"), of: "nobody", by: "olga") }
        #expect(try store.users().count == 1)
    }

    @Test("sign-ins and refusals are in the record, without what was typed as an unknown name")
    func audit() throws {
        _ = try store.authenticate(name: "my-password-by-mistake", password: Secret("x"))
        _ = try store.authenticate(name: "olga", password: Secret(""))
        let events = try store.auditEvents().suffix(2)
        #expect(events.map(\.action) == ["sign-in refused", "signed in"])
        #expect(!events.contains { $0.subject.contains("mistake") || $0.actor.contains("mistake") })
    }
}

@Suite("Settings, application and adapters")
struct SettingsStoreTests {
    private let place: TemporaryStore
    private let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.open()
    }

    @Test("settings are kept, and refused beyond their limits")
    func settings() throws {
        var settings = Settings()
        settings.alertDays = 14
        settings.dateForm = .iso
        settings.theme = .light
        settings.idleLockMinutes = 30
        settings.reportsFolder = "/srv/reports"
        try store.save(settings, by: "olga")
        #expect(try store.settings() == settings)
        settings.alertDays = 61
        #expect(throws: CarrierError.self) { try store.save(settings, by: "olga") }
    }

    @Test("the application keeps its secret when saved without one")
    func application() throws {
        var application = UPSApplication(clientID: "id", redirectURI: "https://127.0.0.1/upscallback")
        try store.save(application, secret: .set(Secret("canary")), by: "olga")
        application.hasSecret = true
        application.pkce = false
        try store.save(application, by: "olga")
        #expect(try store.application() == application)
        #expect(try store.applicationSecret() == Secret("canary"))
        #expect(
            application.json.description
                == #"{"clientID":"id","redirectURI":"https://127.0.0.1/upscallback","hasSecret":true,"pkce":false}"#
        )
    }

    @Test("shippers are mapped by number, and by carrier where several have it")
    func shippers() throws {
        let adapter = Adapter.upsTracking
        for name in ["UPS", "Twin"] {
            var carrier = soundCarrier(name)
            carrier.addAccount(ShipperAccount(number: "W599Y7", postalCode: "49525"))
            if name == "UPS" { carrier.addAccount(ShipperAccount(number: "A1B2C3", postalCode: "49525")) }
            try store.save(carrier, by: "olga")
        }
        try store.mapShipper("a1b2c3", to: adapter, by: "olga")
        #expect(throws: CarrierError.self) { try store.mapShipper("A1B2C3", to: adapter, by: "olga") }
        #expect(throws: CarrierError.self) { try store.mapShipper("W599Y7", to: adapter, by: "olga") }
        #expect(throws: CarrierError.self) { try store.mapShipper("ZZZZZZ", to: adapter, by: "olga") }
        try store.mapShipper("W599Y7", carrier: "Twin", to: adapter, by: "olga")
        #expect(try store.adapter(named: adapter).shippers == ["A1B2C3", "W599Y7"])
        try store.updateCarrier(named: "UPS", by: "olga") { $0.accounts[1].name = "Second" }
        try store.updateCarrier(named: "Twin", by: "olga") { try $0.removeAccount("W599Y7") }
        #expect(try store.adapter(named: adapter).shippers == ["A1B2C3"])
        try store.unmapShipper("A1B2C3", from: adapter, by: "olga")
        #expect(throws: CarrierError.self) { try store.unmapShipper("A1B2C3", from: adapter, by: "olga") }
    }

    @Test("a change makes maintenance necessary again")
    func maintenance() throws {
        try store.recordMaintenance(of: Adapter.upsTracking, failure: nil, by: "olga")
        var adapter = try store.adapter(named: Adapter.upsTracking)
        #expect(adapter.maintenance == .passed(at: 1_700_000_000_000))
        try store.save(adapter, by: "olga")
        #expect(try store.adapter(named: Adapter.upsTracking).maintenance == adapter.maintenance)
        adapter.authorizationOption = .customerClientCredentials
        adapter.endpoint = .test
        adapter.customerClientID = "id"
        try store.save(adapter, customerSecret: .set(Secret("canary")), by: "olga")
        adapter.maintenance = .needed
        #expect(try store.adapter(named: "ups tracking adapter") == adapter)
        #expect(try store.customerSecret(adapterID: try #require(adapter.id)) == Secret("canary"))
        try store.recordMaintenance(of: Adapter.upsTracking, failure: "UPS said no.", by: "olga")
        #expect(
            try store.adapter(named: Adapter.upsTracking).maintenance
                == .failed(at: 1_700_000_000_000, reason: "UPS said no."))
        #expect(throws: CarrierError.self) { try store.adapter(named: "Other") }
    }
}
