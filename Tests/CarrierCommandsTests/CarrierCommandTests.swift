import Foundation
import TestSupport
import Testing

@Suite("carrier and account on the command line")
struct CarrierCommandTests {
    @Test("A carrier is created, shown, changed, copied, listed and deleted")
    func lifeOfACarrier() async throws {
        let stage = try await CommandStage()
        try await stage.succeed(["carrier", "create", "UPS"] + CommandStage.requiredFields)
        let shown = try await stage.succeed(["carrier", "show", "UPS", "--json"]).json
        #expect(shown["schema"] as? Int == 1)
        let carrier = try #require(shown["carrier"] as? [String: Any])
        #expect(carrier["version"] as? Int == 1)
        #expect(carrier["apiType"] as? String == "rest")
        #expect((carrier["companyAddress"] as? [String: Any])?["city"] as? String == "Ada")

        try await stage.succeed([
            "carrier", "update", "UPS", "--set", "rateAdjustment.markupAmount=12.50", "--set",
            "restrictedServices=01,03",
            "--if-version", "1",
        ])
        try await stage.succeed(["carrier", "copy", "UPS", "UPS Two"])
        let names = try #require(
            try await stage.succeed(["carrier", "list", "--json"]).json["carriers"] as? [[String: Any]])
        #expect(names.compactMap { $0["name"] as? String } == ["UPS", "UPS Two"])
        #expect((names[1]["rateAdjustment"] as? [String: Any])?["markupAmount"] as? String == "12.50")
        try await stage.succeed(["carrier", "delete", "UPS", "--yes"])
        #expect(try await stage.run("carrier show UPS").isError(78, "There is no carrier \"UPS\"."))
    }

    @Test(
        "A changed version, a taken name, a missing field, an unknown key and a bad value each have their code"
    )
    func refusals() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        #expect(try await stage.run("carrier update UPS --if-version 9 --set weightUnit=KGS").status == 75)
        #expect(
            try await stage.program.run(["carrier", "create", "UPS"] + CommandStage.requiredFields).status
                == 65)
        #expect(try await stage.run("carrier create Other").isError(65, "Company Name is required"))
        #expect(try await stage.run("carrier update UPS --set weihgtUnit=KGS").isError(65, "weightUnit"))
        #expect(try await stage.run("carrier update UPS --set weightUnit=STONE").status == 65)
        #expect(try await stage.run("carrier update UPS --set companyAddress.city=\u{1b}[2J").status == 65)
        #expect(try await stage.run("carrier delete UPS").status == 64)
        #expect(try await stage.run("carrier frobnicate").status == 64)
    }

    @Test("What was exported is imported into an empty store as it was")
    func exportAndImport() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.run(
            "account add UPS --number w599y7 --postal-code 49525 --country US --recent-invoice")
        let exported = try await stage.succeed(["carrier", "export"]).output
        let file = stage.folder.file("carriers.json")
        try Data(exported.utf8).write(to: URL(fileURLWithPath: file))

        let other = try await CommandStage()
        try await other.program.run(["carrier", "import", file]).expectSuccess()
        // The version counts the saves in a store; it is not of the carrier.
        func versionless(_ text: String) -> [Substring] {
            text.split(separator: "\n").filter { !$0.contains("\"version\"") }
        }
        let again = try await other.succeed(["carrier", "export"]).output
        #expect(versionless(again) == versionless(exported))
        #expect(try await other.program.run(["carrier", "import", file]).status == 65)
        try await other.program.run(["carrier", "import", "-", "--replace"], input: exported).expectSuccess()
        #expect(
            try await other.program.run(["carrier", "import", "-"], input: "{\"carriers\":[").status == 65)
        #expect(!exported.contains("carrier-editor-demo-secret"))
    }

    @Test("What cannot be imported is told in words that help, and nothing is imported of it")
    func importRefusals() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let before = try await stage.succeed(["carrier", "export"]).output
        let account = #"{"number":"A1B2C3","postalCode":"49525","country":"US","isDefault":true}"#
        let other = account.replacing("A1B2C3", with: "X9Y8Z7")
        for (text, words) in [
            (#"{"carriers":[{"name":"UPS"},{"name":"ups"}]}"#, #"have one name: "UPS" and "ups". "#),
            (
                #"{"carriers":{}}"#,
                "carriers is an object instead of a list. Write the carriers between [ and ]"
            ),
            (#"{"carriers":null}"#, "instead of a list. Write the carriers between [ and ]"),
            (
                #"{"carrier":{"name":"UPS","accounts":[\#(account),\#(other)]}}"#,
                "2 shipper accounts have isDefault: A1B2C3, X9Y8Z7. Leave it to the one that is the default."
            ),
        ] {
            let result = try await stage.program.run(["carrier", "import", "-", "--replace"], input: text)
            #expect(result.isError(65, words), "\(result.errors)")
        }
        let empty = try await stage.succeed(["carrier", "import", "-"], input: #"{"carriers":[]}"#)
        #expect(empty.errors == "There is no carrier in it: nothing was imported.\n")
        #expect(try await stage.succeed(["carrier", "export"]).output == before)
    }

    @Test("An import takes the same from standard input as from a file, and both say what cannot be read")
    func importSizes() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let exported = try await stage.succeed(["carrier", "export", "UPS"]).output
        let padded = exported + String(repeating: " ", count: 5 << 20)
        try padded.write(toFile: stage.folder.file("padded.json"), atomically: true, encoding: .utf8)
        for (file, line) in [
            (stage.folder.file("padded.json"), "exec \"$@\""),
            ("-", "exec \"$@\" < \(stage.folder.file("padded.json"))"),
        ] {
            let result = try await stage.program.run(["carrier", "import", file, "--replace"], by: line)
            #expect(result.status == 0, "\(result.errors)")
        }
        for (file, line) in [
            (stage.folder.path, "exec \"$@\""), ("-", "exec \"$@\" < \(stage.folder.path)"),
        ] {
            let result = try await stage.program.run(["carrier", "import", file], by: line)
            #expect(result.isError(65, "could not be read (Is a directory)."), "\(result.errors)")
        }
    }

    @Test("Shipper accounts have exactly one default")
    func accounts() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.run(
            "account add UPS --number W599Y7 --postal-code 49525 --country US --name SalesPad"
        ).expectSuccess()
        try await stage.run("account add UPS --number A1B2C3 --postal-code 49355 --country US")
            .expectSuccess()
        #expect(
            try await stage.run("account add UPS --number a1b2c3 --postal-code 49355 --country US").status
                == 65)
        try await stage.run("account set-default UPS A1B2C3").expectSuccess()
        let accounts = try #require(
            try await stage.run("account list UPS --json").json["accounts"] as? [[String: Any]])
        #expect(accounts.map { $0["isDefault"] as? Bool } == [false, true])
        try await stage.run("account remove UPS A1B2C3").expectSuccess()
        let left = try #require(
            try await stage.run("account list UPS --json").json["accounts"] as? [[String: Any]])
        #expect(left.map { $0["isDefault"] as? Bool } == [true])
    }
}

extension BuiltProgram.Result {
    func expectSuccess(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(status == 0, "\(errors)", sourceLocation: sourceLocation)
    }
}
