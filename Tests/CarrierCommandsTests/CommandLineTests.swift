import TestSupport
import Testing
import UPSSandbox

@Suite("Every command's descriptors and command line")
struct CommandLineTests {
    @Test(
        "What is asked of the program itself and cannot be written is 74",
        arguments: [["--version"], ["--help"], ["--generate-completion-script", "bash"]])
    func fullDisk(_ words: [String]) async throws {
        let program = BuiltProgram(environment: [:])
        let result = try await program.run(words, by: "exec \"$@\" > /dev/full")
        #expect(result.isError(74, "The output could not be written"), "\(result.errors)")
        #expect(try await program.run(words).status == 0)
    }

    @Test("Descriptors that come in closed get nothing that is meant for others")
    func closed() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let result = try await stage.program.run(
            ["carrier", "list"], by: "exec \"$@\" <&- >&-")
        #expect(result.isError(74, "The output could not be written"), "\(result.errors)")
        // The store's own file is none of the three.
        let silent = try await stage.program.run(
            ["carrier", "create", "UPS", "--set", "endpoint=test"], by: "exec \"$@\" <&- >&- 2>&-")
        #expect(silent.status == 65)
        #expect(try await stage.run("carrier list").lines.count == 2)
    }

    @Test("Bytes that are no UTF-8 are refused, and nothing is stored of them")
    func noUTF8() async throws {
        let stage = try await CommandStage()
        try await stage.setUp()
        let result = try await stage.program.run(
            ["carrier", "update", "UPS", "--set"],
            by: "exec \"$@\" \"$(printf 'companyAddress.attention=K\\366ln')\"")
        #expect(result.isError(64, "is not UTF-8."), "\(result.errors)")
        #expect(try await stage.succeed(["carrier", "show", "UPS"]).output.contains("Dock 3"))
    }

    @Test("A port in use is 69 for the sandbox, in two sentences")
    func port() async throws {
        let stage = try await CommandStage()
        let port = try #require(await stage.sandbox.address.split(separator: ":").last)
        #expect(
            try await stage.run("sandbox --port \(port)").isError(69, "could not listen on port \(port)."))
    }

    @Test(
        "A wrong command line is told in two sentences, the second with the help to read",
        arguments: [
            (["token"], "Missing expected argument '<carrier>'. See carrier-editor token --help."),
            (["token", "UPS", "--timeout", "-1"], "See carrier-editor token --help."),
            (["token", "UPS", "--min-ttl", "-1"], "See carrier-editor token --help."),
            (["account", "add"], "See carrier-editor account add --help."),
            (["no-such-command"], "See carrier-editor --help."),
            (["sandbox", "--access-token-ttl", "-5"], "A token's life is 0 to 315360000 seconds."),
            (["sandbox", "--fault", "bogus"], "The fault “bogus” is not known. The faults are: blocked,"),
            (["refresh"], "Say which keys: name carriers, or give --all or --due-within."),
            (["status", "--within", "soon"], "A number of days is written like 7d."),
            (["key"], "key takes one of these: show, delete. See carrier-editor key --help."),
            (
                ["carrier"],
                "carrier takes one of these: list, show, create, update, copy, delete, export, import."
            ),
            (["account"], "See carrier-editor account --help."), (["app"], "See carrier-editor app --help."),
            (["adapter"], "See carrier-editor adapter --help."),
            (["user"], "See carrier-editor user --help."),
        ])
    func usage(_ words: [String], _ sentence: String) async throws {
        let result = try await BuiltProgram(environment: [:]).run(words)
        #expect(result.isError(64, sentence), "\(result.errors)")
        #expect(result.errors.hasSuffix(".\n") && !result.errors.hasSuffix("..\n"))
        #expect(!result.errors.contains("Usage:"))
        #expect(!result.errors.contains("Missing value"), "\(result.errors)")
    }
}
