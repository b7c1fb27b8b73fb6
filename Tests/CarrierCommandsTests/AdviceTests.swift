import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("What commands say, and what they refuse")
struct AdviceTests {
    @Test("Nobody is told to close a folder or a file that is not this program's")
    func foreignFiles() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let shared = stage.folder.file("shared")
        try FileManager.default.createDirectory(
            atPath: shared, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o755])
        let foreign = "\(shared)/passwd"
        try Data(repeating: 1, count: 1000).write(to: URL(fileURLWithPath: foreign))
        for words in [
            "carrier list --store /tmp/none.sqlite", "carrier list --store \(shared)/none.sqlite",
            "restore \(foreign) --replace", "token UPS --key-file \(foreign)",
        ] {
            let result = try await stage.run(words)
            #expect(result.status == 78 || result.status == 77, "\(words): \(result.errors)")
            #expect(!result.errors.contains("chmod"), "\(words): \(result.errors)")
        }
    }

    @Test("A path in a message is whole")
    func wholePath() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let path = stage.folder.file(String(repeating: "long", count: 20) + ".key")
        let result = try await stage.run("authorize UPS --endpoint test --key-file \(path)")
        #expect(result.isError(78, "\(path)\" is missing"), "\(result.errors)")
    }

    @Test("A name that nobody has points to the command that lists them")
    func lists() async throws {
        let stage = try await CommandStage()
        #expect(try await stage.run("token Nobody").errors.contains("carrier-editor carrier list"))
        #expect(try await stage.run("adapter show Nobody").errors.contains("carrier-editor adapter list"))
        #expect(try await stage.run("user disable Nobody").errors.contains("carrier-editor user list"))
    }

    @Test("A name is the same in capitals, and one that cannot be seen is none")
    func names() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        try await stage.run("carrier show ups").expectSuccess()
        let twin = try await stage.program.run(["carrier", "create", "ups"] + CommandStage.requiredFields)
        #expect(twin.isError(65, "There is a carrier \"ups\" already."), "\(twin.errors)")
        let unseen = try await stage.program.run(
            ["carrier", "create", "\u{200B}"] + CommandStage.requiredFields)
        #expect(unseen.isError(65, "no character that can be seen"), "\(unseen.errors)")
    }

    @Test("A second account of a number is refused in plain words, a malformed one by its field's name")
    func accounts() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let words = "account add UPS --postal-code 49525 --country US --number "
        try await stage.run(words + "A1B2C3").expectSuccess()
        let twice = try await stage.run(words + "a1b2c3")
        #expect(twice.isError(65, "UPS has the shipper account a1b2c3 already."), "\(twice.errors)")
        #expect(try await stage.run(words + "A1").isError(65, "number: Shipper Number is exactly 6"))
    }

    @Test(
        "A redirect URI that no sign-in could end at is refused",
        arguments: [
            "http://me@127.0.0.1/upscallback", "http://127.0.0.1:0/upscallback",
            "http://127.0.0.1:99999/upscallback", "http://127.0.0.1:x/upscallback", "http://[::1]:0/",
        ])
    func redirectURIs(_ uri: String) async throws {
        let stage = try await CommandStage()
        #expect(try await stage.run("app set --client-id a --redirect-uri \(uri)").status == 65)
        try await stage.run("app set --client-id a --redirect-uri http://[::1]:9000/cb").expectSuccess()
    }

    @Test("A secret that is no text is refused, and one that is there can be taken away")
    func secrets() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        func set(_ option: String) -> [String] {
            [
                "app", "set", "--client-id", "carrier-editor-demo", "--redirect-uri",
                "https://127.0.0.1/upscallback", option,
            ]
        }
        #expect(try await stage.program.run(set("--client-secret-stdin"), input: "a\0b\n").status == 65)
        let line = "printf 'a\\377\\n' | \"$@\""
        #expect(try await stage.program.run(set("--client-secret-stdin"), by: line).status == 65)
        let shown = try await stage.run("app show --json").json["app"] as? [String: Any]
        #expect(shown?["hasSecret"] as? Bool == true)
        let words = "UPS documents that a key is refreshed with it only. Set it, unless"
        #expect(try await stage.succeed(set("--no-client-secret")).errors.contains(words))
        #expect(try await stage.succeed(["app", "show"]).errors.contains(words))
        let finding = try await stage.run("doctor").lines.first { $0.contains("UPS Application") }
        #expect(finding?.hasPrefix("Warning") == true && finding?.contains(words) == true)
        let cleared = try await stage.run("app show --json").json["app"] as? [String: Any]
        #expect(cleared?["hasSecret"] as? Bool == false)
        #expect(
            try await stage.program.run(set("--no-client-secret") + ["--client-secret-stdin"]).status == 64)
    }

    @Test("A data folder that is no whole path is ignored, as its specification says")
    func relativeDataFolder() async throws {
        let folder = try TemporaryFolder()
        let program = BuiltProgram(environment: ["HOME": folder.path, "XDG_DATA_HOME": "data"])
        #expect(try await program.run(["carrier", "list"]).status == 0)
        #expect(
            FileManager.default.fileExists(
                atPath: folder.file(".local/share/carrier-editor/store.sqlite")))
    }

    @Test("A backup makes no folders")
    func backupFolder() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let folder = stage.folder.file("none")
        let result = try await stage.run("backup \(folder)/copy.sqlite")
        #expect(result.isError(65, "There is no folder"), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder))
    }

    @Test("A further user makes it plain who needs no password")
    func openAdministrator() async throws {
        let stage = try await CommandStage()
        let users = try #require(try await stage.run("user list --json").json["users"] as? [[String: Any]])
        let administrator = try #require(users.first?["name"] as? String)
        let words = "user add ada --role operator --password-stdin"
        let added = try await stage.run(words, input: "a-long-one\n")
        #expect(added.errors.contains("as \(administrator), without a password"), "\(added.errors)")
        try await stage.run("user password \(administrator)", input: "another-one\n").expectSuccess()
        let next = try await stage.run("user add bob --role operator --password-stdin", input: "a-long-one\n")
        #expect(next.status == 0 && next.errors.isEmpty)
    }

    @Test("The table of status shows when each key ends")
    func ends() async throws {
        let stage = try await CommandStage { $0.refreshTokenLifetime = 3 * 86_400 }
        try await stage.setUp()
        try await stage.addKey()
        let table = try await stage.run("status")
        #expect(table.lines.first?.contains("ENDS") == true)
        let key = try #require(
            (try await stage.run("status --json").json["keys"] as? [[String: Any]])?.first {
                $0["endpoint"] as? String == "test"
            })
        let date = try #require(key["refreshTokenExpires"] as? String)
        let day = date.prefix(10).split(separator: "-").compactMap { Int($0) }
        #expect(table.output.contains("\(day[1])/\(day[2])/\(day[0])"), "\(table.output)")
    }

    @Test("The sandbox's help has all that its sign-in, its app and tracking need")
    func sandboxHelp() async throws {
        let help = try await BuiltProgram(environment: [:]).run(["sandbox", "--help"])
        let words = help.output.split { $0.isWhitespace || ",.".contains($0) }.map(String.init)
        let application = SandboxConfiguration.Application.demo
        for word in [
            application.clientID, try #require(application.clientSecret), "demo-password",
            SampleNumber.delivered.rawValue, SampleNumber.inTransit.rawValue, "A1B2C3",
        ] {
            #expect(words.contains(word), "\(word)")
        }
    }

    @Test("Files and methods are completed", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) async throws {
        let script = try await BuiltProgram(environment: [:]).run(["--generate-completion-script", shell])
        #expect(script.output.contains("customer-authorization-code"))
    }
}
