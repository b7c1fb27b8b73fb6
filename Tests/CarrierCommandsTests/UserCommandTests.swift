import Foundation
import TestSupport
import Testing
import UPSSandbox

@Suite("user and the store on the command line")
struct UserCommandTests {
    @Test("People are added, listed and disabled; a password never stands on the command line")
    func people() async throws {
        let stage = try await CommandStage()
        try await stage.program.run(
            ["user", "add", "olga", "--role", "operator", "--password-stdin"], input: "s3cret-enough\n"
        ).expectSuccess()
        try await stage.program.run(["user", "password", "olga"], input: "another-one\n").expectSuccess()
        try await stage.run("user disable olga").expectSuccess()
        let users = try #require(try await stage.run("user list --json").json["users"] as? [[String: Any]])
        let olga = try #require(users.first { $0["name"] as? String == "olga" })
        #expect(olga["isDisabled"] as? Bool == true)
        #expect(olga["role"] as? String == "operator")
        #expect(try await stage.run("user add olga --role operator").status == 65)
        #expect(try await stage.run("user add x --role king").status == 64)
        // Nobody is asked for a password that has no user.
        #expect(try await stage.run("user password nobody").isError(78, "There is no user \"nobody\"."))
    }

    @Test("A password or a client secret is as long as a window takes it, and no longer")
    func longest() async throws {
        let stage = try await CommandStage()
        let (longest, longer) = (String(repeating: "p", count: 1024), String(repeating: "p", count: 1025))
        let user = ["user", "add", "olga", "--role", "operator", "--password-stdin"]
        let app = [
            "app", "set", "--client-id", "id", "--redirect-uri", "https://127.0.0.1/",
            "--client-secret-stdin",
        ]
        for words in [user, app] {
            let refused = try await stage.program.run(words, input: longer + "\n")
            #expect(refused.isError(65, "takes at most 1024 characters; this has 1025."), "\(refused.errors)")
            try await stage.succeed(words, input: longest + "\n")
        }
        let password = try await stage.program.run(["user", "password", "olga"], input: longer + "\n")
        #expect(password.isError(65, "takes at most 1024 characters"), "\(password.errors)")
    }

    @Test("A store that others can read is refused with what to do")
    func permissions() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let path = stage.folder.file("data/store.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let result = try await stage.run("carrier list")
        #expect(result.status == 78)
        #expect(result.errors.contains("chmod"))
    }

    @Test("Every command has help, and --version names the version")
    func help() async throws {
        let stage = try await CommandStage()
        for words in ["", "carrier", "carrier update", "token", "authorize", "status", "user add", "sandbox"]
        {
            let result = try await stage.run(words + " --help")
            #expect(result.status == 0)
            #expect(result.output.contains("USAGE: carrier-editor"))
        }
        for words in ["--version", "token --version", "carrier list --version"] {
            #expect(try await stage.run(words).output == "0.1.0\n")
        }
    }
}
