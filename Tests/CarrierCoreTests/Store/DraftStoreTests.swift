import CarrierCore
import Foundation
import GRDB
import Testing

@Suite("Drafts")
struct DraftStoreTests {
    private let place: TemporaryStore
    private let store: Store

    init() throws {
        place = try TemporaryStore()
        store = try place.open()
    }

    /// The process that kept the drafts has ended: its number is no longer given.
    private func endOfProcess() throws {
        try DatabaseQueue(path: place.path).write {
            try $0.execute(sql: "UPDATE draft SET holder = 'machine boot 1 1 nonce'")
        }
    }

    @Test("a draft is its user's, and offered once the process that kept it has ended")
    func offered() throws {
        let carrier = try store.save(soundCarrier(), by: "olga")
        let id = try #require(carrier.id)
        let kept = try store.keepDraft(Secret("typed"), of: .carrier(id), as: nil, by: "olga")
        #expect(try store.drafts(of: "olga") == [])
        try endOfProcess()
        let draft = try #require(try store.drafts(of: "OLGA").first)
        #expect(draft.id == kept && draft.subject == .carrier(id) && draft.at == 1_700_000_000_000)
        try store.addUser(named: "bob", role: .administrator, by: "olga")
        #expect(try store.drafts(of: "bob") == [])
        #expect(try store.drafts(of: "nobody") == [])
    }

    @Test("it is kept in place of what was kept before, and one process alone goes on with it")
    func takenOnce() throws {
        let first = try store.keepDraft(Secret("a"), of: .newCarrier, as: nil, by: "olga")
        #expect(try store.keepDraft(Secret("b"), of: .newCarrier, as: first, by: "olga") == first)
        try endOfProcess()
        let draft = try #require(try store.drafts(of: "olga").first)
        // This process no longer has it, so what it types is a draft of its own.
        #expect(try store.keepDraft(Secret("c"), of: .newCarrier, as: first, by: "olga") != first)
        #expect(try store.takeDraft(draft) == Secret("b"))
        #expect(try store.takeDraft(draft) == nil)
        #expect(try store.drafts(of: "olga") == [])
    }

    @Test("it goes with its carrier, when it is removed, and with the save that ends it")
    func gone() throws {
        let carrier = try store.save(soundCarrier(), by: "olga")
        let id = try #require(carrier.id)
        func count() throws -> Int? {
            try DatabaseQueue(path: place.path).read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM draft")
            }
        }
        let removed = try store.keepDraft(Secret("typed"), of: .carrier(id), as: nil, by: "olga")
        try store.removeDraft(removed)
        #expect(try count() == 0)
        let saved = try store.keepDraft(Secret("typed"), of: .carrier(id), as: nil, by: "olga")
        var unsound = carrier
        unsound.name = ""
        #expect(throws: CarrierError.self) { try store.save(unsound, ending: saved, by: "olga") }
        #expect(try count() == 1)
        try store.save(carrier, ending: saved, by: "olga")
        #expect(try count() == 0)
        let last = try store.keepDraft(Secret("typed"), of: .carrier(id), as: nil, by: "olga")
        try store.deleteCarrier(named: "UPS", by: "olga")
        #expect(try count() == 0)
        // Whoever is still typing types a new carrier.
        #expect(try store.keepDraft(Secret("typed"), of: .carrier(id), as: last, by: "olga") != last)
        try endOfProcess()
        #expect(try store.drafts(of: "olga").map(\.subject) == [.newCarrier])
    }

    @Test("no byte of it is found in the folder, and it opens at its own row only, after a new key too")
    func sealed() throws {
        let one = try store.keepDraft(Secret("canary-one"), of: .newCarrier, as: nil, by: "olga")
        let two = try store.keepDraft(Secret("canary-two"), of: .newCarrier, as: nil, by: "olga")
        #expect(try place.bytes().range(of: Data("canary".utf8)) == nil)
        try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        try endOfProcess()
        let drafts = try store.drafts(of: "olga")
        #expect(drafts.map(\.id) == [two, one])
        #expect(try store.takeDraft(drafts[1]) == Secret("canary-one"))
        try DatabaseQueue(path: place.path).write { db in
            try db.execute(
                sql: "UPDATE draft SET content = (SELECT content FROM draft WHERE id = ?) WHERE id = ?",
                arguments: [one, two])
        }
        let error = #expect(throws: CarrierError.self) { try store.takeDraft(drafts[0]) }
        #expect(error?.code == .store)
    }

    @Test("a store of the schema before has everything afterwards, and drafts")
    func migrated() throws {
        let carrier = try store.save(soundCarrier(), customerSecret: .set(Secret("canary")), by: "olga")
        try DatabaseQueue(path: place.path).inDatabase { db in
            try db.execute(
                sql: """
                    DROP TABLE draft;
                    DELETE FROM grdb_migrations WHERE identifier = '2';
                    PRAGMA user_version = 1
                    """)
        }
        let migrated = try place.open()
        #expect(try migrated.carriers() == [carrier])
        #expect(try migrated.customerSecret(carrierID: try #require(carrier.id)) == Secret("canary"))
        #expect(try migrated.drafts(of: "olga") == [])
        _ = try migrated.keepDraft(Secret("typed"), of: .newCarrier, as: nil, by: "olga")
    }

    @Test("looking for drafts where there are none is one look into an index")
    func cheap() throws {
        try DatabaseQueue(path: place.path).read { db in
            let plan = try String.fetchAll(
                db.makeStatement(
                    sql: "EXPLAIN QUERY PLAN SELECT id FROM draft WHERE userID = 1"),
                adapter: SuffixRowAdapter(fromIndex: 3))
            #expect(plan.joined().contains("USING COVERING INDEX draftUser"))
        }
    }
}
