import Testing

@testable import CarrierCore

@Suite("Saving an adapter")
struct AdapterSavingTests {
    @Test("Its configuration and its shippers are saved together, or not at all")
    func together() async throws {
        let stage = try await AdapterStage()
        let seen = try stage.adapter
        var adapter = try stage.draft(.customerAuthorizationCode)
        adapter.shippers = ["A1B2C3", "NOBODY"]
        let error = #expect(throws: CarrierError.self) {
            try stage.store.save(adapter, insteadOf: seen, by: "olga")
        }
        #expect(error?.code == .setup)
        #expect(try stage.adapter == seen)
        adapter.shippers = AdapterStage.accounts
        try stage.store.save(adapter, insteadOf: seen, by: "olga")
        adapter.shippers = ["X9Y8Z7"]
        try stage.store.save(adapter, insteadOf: try stage.adapter, by: "olga")
        #expect(try stage.adapter == adapter)
        let events = try stage.store.auditEvents().suffix(4).map { "\($0.action) \($0.detail)" }
        #expect(
            events == [
                "changed ", "shipper mapped A1B2C3", "shipper mapped X9Y8Z7", "shipper unmapped A1B2C3",
            ])
    }

    @Test("What was changed since it was read is not overwritten, and maintenance is no change")
    func changedMeanwhile() async throws {
        let stage = try await AdapterStage()
        try await stage.authorize(.authorizationCode)
        try stage.map(["A1B2C3"])
        let seen = try stage.adapter
        try await stage.maintain()
        var adapter = seen
        adapter.endpoint = .production
        try stage.store.save(adapter, insteadOf: seen, by: "olga")
        let error = #expect(throws: CarrierError.self) {
            try stage.store.save(seen, insteadOf: seen, by: "peter")
        }
        #expect(error?.code == .busy)
        #expect(try stage.adapter.endpoint == .production)
    }
}
