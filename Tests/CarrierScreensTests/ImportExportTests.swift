import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

/// Import and Export of carriers.
@Suite struct ImportExportTests {
    private func stage(_ names: [String] = ["UPS", "West"], _ width: Int = 80, _ height: Int = 24)
        async throws -> ScreenStage
    {
        let stage = try ScreenStage(width, height)
        try await stage.openTable(of: names)
        return stage
    }

    private func exportAll(_ stage: ScreenStage) async {
        await stage.alt("x")
        await stage.expect("All carriers")
        await stage.press(.down)
        await stage.press(.tab)
        await stage.press(.enter)
    }

    private func importFile(_ stage: ScreenStage, _ path: String) async {
        await stage.alt("i")
        await stage.expect("File")
        await stage.type(path)
        await stage.press(.enter)
    }

    @Test func `Export and Import look as they should`() async throws {
        let stage = try await stage(["UPS", "West"], 80, 24)
        await stage.alt("x")
        try await stage.expectSnapshot("export")
        await stage.press(.escape)
        stage.outside.files["in.json"] = Array(
            CarrierDocument([.sample("West"), .sample("East")]).json.description.utf8)
        await stage.alt("i")
        try await stage.expectSnapshot("import")
        await stage.type("in.json")
        await stage.press(.enter)
        await stage.expect("is in the store already")
        try await stage.expectSnapshot("import-plan")
    }

    @Test func `a name that differs by its capitals alone is in the store already`() async throws {
        let stage = try await stage()
        stage.outside.files["in.json"] = Array(CarrierDocument([.sample("west")]).json.description.utf8)
        await importFile(stage, "in.json")
        await stage.expect("is in the store already")
    }

    @Test func `what was exported comes into an empty store as it was`() async throws {
        let first = try await stage()
        await exportAll(first)
        await first.expect("2 carriers were written to carriers.json.")
        #expect(!first.outside.wasHeldUp)
        let second = try await stage([])
        second.outside.files = first.outside.files
        await importFile(second, "carriers.json")
        await second.expect("2 carriers will be created.")
        await second.press(.enter)
        await second.expect("2 carriers created, 0 replaced, 0 skipped.")
        await second.press(.enter)
        await second.expect("West")
        func content(_ stage: ScreenStage) throws -> [Carrier] {
            try stage.store.carriers().map { carrier in
                var carrier = carrier
                (carrier.id, carrier.version) = (nil, 0)
                return carrier
            }
        }
        #expect(try content(second) == content(first))
    }

    @Test func `Export writes the current carrier alone, and never a key or secret`() async throws {
        let stage = try await stage()
        try await stage.giveKey(try stage.store.carrier(named: "UPS"), .test, seconds: 5_000_000)
        await stage.alt("x")
        await stage.press(.tab)
        await stage.press(.enter)
        await stage.expect("1 carrier was written to carriers.json.")
        let bytes = try #require(stage.outside.files["carriers.json"])
        let document = try CarrierDocument(parsing: bytes)
        #expect(document.carriers.map(\.name) == ["UPS"])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("oken"))
    }

    @Test func `a file that is there is replaced only after asking`() async throws {
        let stage = try await stage()
        stage.outside.files["carriers.json"] = [1]
        await exportAll(stage)
        await stage.expect("There is a file carriers.json already. Replace it?")
        try await stage.expectSnapshot("export-replace")
        await stage.press(.enter)
        await stage.expectGone("Replace it?")
        #expect(stage.outside.files["carriers.json"] == [1])
        await stage.expect("All carriers")
        await stage.press(.enter)
        await stage.expect("Replace it?")
        await stage.choose("Replace")
        await stage.expect("2 carriers were written")
        #expect(stage.outside.files["carriers.json"] != [1])
    }

    @Test(arguments: [
        ("r", "0 carriers created, 1 replaced, 0 skipped.", "Elsewhere"),
        ("s", "0 carriers created, 0 replaced, 1 skipped.", "Ada"),
    ])
    func `a name that is taken is replaced or skipped, as asked`(
        letter: String, sentence: String, city: String
    ) async throws {
        let stage = try await stage()
        var carrier = Carrier.sample("West")
        carrier.companyAddress.city = "Elsewhere"
        stage.outside.files["in.json"] = Array(CarrierDocument([carrier]).json.description.utf8)
        await importFile(stage, "in.json")
        await stage.expect("is in the store already")
        await stage.alt(try #require(letter.first))
        await stage.expect(sentence)
        #expect(try stage.store.carrier(named: "West").companyAddress.city == city)
    }

    @Test func `Cancel in the plan imports nothing and keeps the path`() async throws {
        let stage = try await stage()
        stage.outside.files["in.json"] = Array(CarrierDocument([.sample("East")]).json.description.utf8)
        await importFile(stage, "in.json")
        await stage.expect("will be created")
        await stage.press(.escape)
        await stage.expect("in.json")
        #expect(try stage.store.carrierCount() == 2)
    }

    @Test func `a carrier against a rule stops the whole import, in words`() async throws {
        let stage = try await stage()
        var bad = Carrier.sample("Bad")
        bad.companyAddress.city = ""
        stage.outside.files["in.json"] = Array(CarrierDocument([.sample("East"), bad]).json.description.utf8)
        await importFile(stage, "in.json")
        await stage.expect("will be created")
        await stage.press(.enter)
        await stage.expect("Nothing was imported.")
        #expect(try stage.store.carrierCount() == 2)
    }

    @Test func `a file that cannot be read is told, and the path stays`() async throws {
        let stage = try await stage()
        await importFile(stage, "nowhere.json")
        await stage.expect("There is no file nowhere.json.")
        await stage.press(.enter)
        await stage.expect("nowhere.json")
        stage.outside.files["nowhere.json"] = Array("{".utf8)
        await stage.press(.enter)
        await stage.expectGone("There is no file")
        await stage.expect("✗ nowhere.json: ")
        #expect(stage.isFocused("File"))
    }
}
