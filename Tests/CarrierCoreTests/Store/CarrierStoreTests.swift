import CarrierCore
import Foundation
import GRDB
import Testing

@Suite("Carriers in the store")
struct CarrierStoreTests {
    let place: TemporaryStore
    let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.open()
    }

    private func code(_ body: () throws -> Void) -> CarrierError.Code? {
        #expect(throws: CarrierError.self, performing: body)?.code
    }

    @Test("every field survives saving and loading")
    func fields() throws {
        var saved = try store.save(fullCarrier(), by: "olga")
        #expect(try store.carrier(named: "Full") == saved)
        (saved.id, saved.version) = (nil, 0)
        #expect(saved == fullCarrier())
    }

    @Test("the company's address is not stored twice")
    func addressOnce() throws {
        try store.save(soundCarrier(), by: "olga")
        let count = try DatabaseQueue(path: place.path).read {
            try Int.fetchOne($0, sql: "SELECT count(*) FROM address")
        }
        #expect(count == 1)
    }

    @Test("a broken rule, and a name taken, are refused and leave nothing behind")
    func refused() throws {
        #expect(code { try store.save(Carrier(name: "UPS"), by: "olga") } == .invalid)
        try store.save(soundCarrier(), by: "olga")
        let error = #expect(throws: CarrierError.self) { try store.save(soundCarrier(), by: "olga") }
        #expect(error?.code == .invalid && error?.subject == "name")
        #expect(try store.carrierCount() == 1)
    }

    @Test("whoever saves second is told by name, and nothing of theirs is written")
    func versions() throws {
        try store.save(soundCarrier(), by: "olga")
        let other = try place.open()
        var mine = try store.carrier(named: "UPS")
        var theirs = try other.carrier(named: "UPS")
        theirs.companyAddress.city = "Lowell"
        #expect(try other.save(theirs, by: "otto").version == 2)
        mine.companyAddress.city = "Grand Rapids"
        let error = #expect(throws: CarrierError.self) { try store.save(mine, by: "olga") }
        #expect(error?.code == .busy)
        #expect(error?.message.contains("UPS") == true)
        #expect(try store.carrier(named: "UPS").companyAddress.city == "Lowell")
        try other.deleteCarrier(named: "UPS", by: "otto")
        #expect(code { try store.save(mine, by: "olga") } == .busy)
    }

    @Test("another process's change is noticed by the version, too")
    func processes() async throws {
        var mine = try store.save(soundCarrier(), by: "olga")
        await #expect(processExitsWith: .success) {
            [path = place.path as String, key = place.keyFile as String] in
            let store = try Store.open(at: path, keys: VaultKeys(keyFile: key))
            try store.updateCarrier(named: "UPS", by: "otto") { $0.isInactive = true }
        }
        mine.defaultPrinter = "Zebra"
        #expect(code { try store.save(mine, by: "olga") } == .busy)
        #expect(try store.carrier(named: "UPS").isInactive)
    }

    @Test("an update keeps to the version it was given")
    func ifVersion() throws {
        try store.save(soundCarrier(), by: "olga")
        try store.updateCarrier(named: "UPS", ifVersion: 1, by: "olga") { $0.isInactive = true }
        #expect(code { try store.updateCarrier(named: "UPS", ifVersion: 1, by: "olga") { _ in } } == .busy)
        #expect(code { try store.updateCarrier(named: "FedUp", by: "olga") { _ in } } == .setup)
        #expect(try store.carrier(named: "UPS").version == 2)
    }

    @Test("forty changes at once all arrive")
    func concurrent() async throws {
        try store.save(soundCarrier(), by: "olga")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try place.open().updateCarrier(named: "UPS", by: "olga") {
                        $0.addAccount(ShipperAccount(number: "A000" + String(10 + number), postalCode: "1"))
                    }
                }
            }
            try await group.waitForAll()
        }
        let carrier = try store.carrier(named: "UPS")
        #expect(carrier.accounts.count == 40 && carrier.version == 41)
        #expect(carrier.accounts.count(where: \.isDefault) == 1)
    }

    @Test("saving without a change writes nothing")
    func unchanged() throws {
        let saved = try store.save(soundCarrier(), by: "olga")
        #expect(try store.save(saved, by: "olga").version == 1)
        #expect(try store.auditEvents().count == 2)
    }

    @Test("a client secret stays with its client id: another id does not inherit it")
    func otherClient() throws {
        var carrier = try store.save(fullCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        let id = try #require(carrier.id)
        carrier.authorizationMethod = .customerAuthorizationCode
        carrier.apiType = .rest
        carrier.customerClientID = "another-app"
        let request = try store.authorizationRequest(for: carrier, endpoint: .test, by: "olga")
        #expect(request.client.secret == nil)
        #expect(try store.customerSecret(carrierID: id) == Secret("canary"))
        _ = try store.save(carrier, by: "olga")
        #expect(try store.customerSecret(carrierID: id) == nil)
    }

    @Test("a copy has everything but the keys and the name; its secret opens at its new place")
    func copy() throws {
        let original = try store.save(fullCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        var copy = try store.copyCarrier(named: "Full", as: "Twin", by: "olga")
        let id = try #require(copy.id)
        #expect(try store.customerSecret(carrierID: id) == Secret("canary"))
        #expect(try store.hasCustomerSecret(carrierID: id))
        (copy.id, copy.name) = (original.id, "Full")
        #expect(copy == original)
        #expect(code { try store.copyCarrier(named: "Full", as: "Twin", by: "olga") } == .invalid)
        #expect(code { try store.copyCarrier(named: "None", as: "New", by: "olga") } == .setup)
    }

    @Test("deleting takes accounts, addresses and keys along")
    func delete() throws {
        let carrier = try store.save(fullCarrier(), by: "olga")
        let database = try DatabaseQueue(path: place.path)
        try database.write { db in
            try db.execute(
                sql: """
                    INSERT INTO keyGrant
                        (carrierID, endpoint, method, clientID, issuedAt, expiresIn, receivedAt, authorizedBy, authorizedAt)
                    VALUES (?, 'test', 'authorization-code', 'c', 0, 0, 0, 'olga', 0)
                    """, arguments: [carrier.id])
        }
        try store.deleteCarrier(named: "Full", by: "olga")
        for table in ["carrier", "address", "account", "keyGrant"] {
            #expect(
                try database.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") } == 0,
                "\(table)")
        }
        #expect(code { try store.deleteCarrier(named: "Full", by: "olga") } == .setup)
    }

    @Test("export and import into an empty store give the same carriers")
    func exportImport() throws {
        try store.save(fullCarrier(), by: "olga")
        try store.save(soundCarrier(), by: "olga")
        let text = CarrierDocument(try store.carriers()).json.text(pretty: true)
        let elsewhere = try TemporaryStore()
        let other = try elsewhere.open()
        let outcome = try other.importCarriers(CarrierDocument(parsing: text.utf8), by: "olga")
        #expect(outcome.created == ["Full", "UPS"])
        #expect(CarrierDocument(try other.carriers()).json.text(pretty: true) == text)
    }

    @Test("an import is all or nothing; a conflict is refused, replaced or skipped")
    func importConflicts() throws {
        let saved = try store.save(soundCarrier(), by: "olga")
        var changed = soundCarrier()
        changed.companyAddress.city = "Lowell"
        let document = CarrierDocument([soundCarrier("New"), changed])
        let error = #expect(throws: CarrierError.self) { try store.importCarriers(document, by: "olga") }
        #expect(error?.code == .invalid && error?.message.contains("UPS") == true)
        #expect(try store.carrierCount() == 1)
        #expect(try store.importCarriers(document, onConflict: .skip, by: "olga").skipped == ["UPS"])
        #expect(try store.carrier(named: "UPS") == saved)
        let outcome = try store.importCarriers(document, onConflict: .replace, by: "olga")
        #expect(outcome.replaced == ["New", "UPS"])
        let replaced = try store.carrier(named: "UPS")
        #expect(replaced.id == saved.id && replaced.companyAddress.city == "Lowell" && replaced.version == 2)
        #expect(
            code { _ = try store.importCarriers(CarrierDocument([Carrier(name: "Bad")]), by: "olga") }
                == .invalid)
    }

    @Test(
        "two carriers of one name in a file are refused, in whatever case and with whatever is done about conflicts"
    )
    func importTwice() throws {
        let document = CarrierDocument([soundCarrier("UPS"), soundCarrier("Other"), soundCarrier(" ups")])
        for conflict in [ImportConflict.refuse, .replace, .skip] {
            let error = #expect(throws: CarrierError.self) {
                try store.importCarriers(document, onConflict: conflict, by: "olga")
            }
            #expect(error?.code == .invalid)
            #expect(error?.message == #"Two carriers of the file have one name: "UPS" and "ups"."#)
        }
        #expect(try store.carrierCount() == 0)
        // Beyond ASCII the store tells cases apart.
        let names = CarrierDocument([soundCarrier("Ägir"), soundCarrier("ägir")])
        #expect(try store.importCarriers(names, by: "olga").created == ["Ägir", "ägir"])
    }

    @Test("a rename stands in the record with both names")
    func renamed() throws {
        try store.save(soundCarrier(), by: "olga")
        try store.updateCarrier(named: "UPS", by: "olga") {
            $0.name = "UPS Ground"
            $0.isInactive = true
        }
        let event = try #require(try store.auditEvents().last)
        #expect(event.subject == "carrier UPS")
        #expect(event.detail == #"name "UPS" → "UPS Ground", isInactive"#)
    }

    @Test("the list is filtered, sorted and cut into pages by the store")
    func list() throws {
        for name in ["beta", "Alpha", "gamma", "50%_off", "DELTA"] {
            var carrier = soundCarrier(name)
            carrier.isInactive = name == "beta"
            try store.save(carrier, by: "olga")
        }
        var query = CarrierQuery()
        #expect(
            try store.carrierSummaries(query, limit: 10).map(\.name) == [
                "50%_off", "Alpha", "beta", "DELTA", "gamma",
            ])
        #expect(try store.carrierSummaries(query, offset: 1, limit: 2).map(\.name) == ["Alpha", "beta"])
        query.isDescending = true
        #expect(try store.carrierSummaries(query, limit: 1).map(\.name) == ["gamma"])
        query.order = .isInactive
        #expect(try store.carrierSummaries(query, limit: 1).map(\.name) == ["beta"])
        query.filter = "LT"
        #expect(try store.carrierSummaries(query, limit: 9).map(\.name) == ["DELTA"])
        query.filter = "%_"
        #expect(try store.carrierSummaries(query, limit: 9).map(\.name) == ["50%_off"])
        #expect(try store.carrierCount(query) == 1)
    }

    @Test("known addresses come once each, and are found by what they hold")
    func addresses() throws {
        try store.save(fullCarrier(), by: "olga")
        try store.save(soundCarrier(), by: "olga")
        try store.save(soundCarrier("Twin"), by: "olga")
        #expect(try store.knownAddresses().count == 3)
        #expect(try store.knownAddresses(matching: "toron").map(\.city) == ["Toronto"])
        #expect(try store.knownAddresses(matching: "%") == [])
    }

    @Test("every change is in the record, and the record cannot be changed")
    func audit() throws {
        try store.save(soundCarrier(), by: "olga")
        try store.updateCarrier(named: "UPS", by: "otto") { $0.companyAddress.city = "Lowell" }
        try store.deleteCarrier(named: "UPS", by: "olga")
        let events = try store.auditEvents().suffix(3)
        #expect(events.map(\.action) == ["created", "changed", "deleted"])
        #expect(events.map(\.actor) == ["olga", "otto", "olga"])
        #expect(events.map(\.detail) == ["", "companyAddress.city", ""])
        #expect(try store.auditEvents(limit: 1).map(\.action) == ["deleted"])
        #expect(try store.auditEvents(since: 1_800_000_000_000) == [])
        let database = try DatabaseQueue(path: place.path)
        for sql in ["UPDATE audit SET actor = 'nobody'", "DELETE FROM audit"] {
            #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
        }
    }

    @Test("where a carrier stands agrees with every order of the table")
    func positions() throws {
        for (name, endpoint, isInactive) in [
            ("b", EndpointType.test, false), ("A", .production, true), ("C", .test, true),
            ("ä", .production, false),
        ] {
            var carrier = soundCarrier()
            (carrier.name, carrier.endpoint, carrier.isInactive) = (name, endpoint, isInactive)
            try store.save(carrier, by: "olga")
        }
        for order in [CarrierQuery.Order.name, .apiType, .endpoint, .isInactive] {
            for isDescending in [false, true] {
                for filter in ["", "a", "%"] {
                    var query = CarrierQuery()
                    (query.order, query.isDescending, query.filter) = (order, isDescending, filter)
                    let found = try store.carrierSummaries(query, limit: 10).map(\.id)
                    for id in Int64(1)...5 {
                        let place = try store.carrierPlace(of: id, query)
                        #expect(place.position == found.firstIndex(of: id))
                        #expect(place.count == found.count)
                    }
                }
            }
        }
    }
}
