import Foundation
import TestSupport
import Testing

@Suite("The command line as it is documented", .serialized)
struct ContractTests {
    /// One command as swift-argument-parser describes it.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { let kind, name: String }
            let names: [Name]?
            let shouldDisplay: Bool
        }
        let commandName: String
        let subcommands: [Command]?
        let arguments: [Argument]?

        var optionNames: [String] {
            (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
                .map(\.name)
        }

        /// This command and all below it, each with the words that lead to it.
        func all(after words: [String] = []) -> [(words: [String], command: Command)] {
            [(words, self)]
                + (subcommands ?? []).filter { $0.commandName != "help" }
                .flatMap { $0.all(after: words + [$0.commandName]) }
        }
    }

    private struct Description: Decodable { let command: Command }

    private let program = BuiltProgram(environment: [:])

    private func commands() async throws -> [(words: [String], command: Command)] {
        let dump = try await program.run(["--experimental-dump-help"])
        try #require(dump.status == 0)
        return try JSONDecoder().decode(Description.self, from: Data(dump.output.utf8)).command.all()
    }

    private static var folder: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden")
    }

    @Test("Every command's help is as recorded; RECORD_GOLDEN=1 records it")
    func help() async throws {
        for (words, _) in try await commands() {
            let help = try await program.run(words + ["--help"])
            #expect(help.status == 0 && help.errors.isEmpty, "\(words)")
            let name = (["carrier-editor"] + words).joined(separator: "-")
            let file = Self.folder.appendingPathComponent("\(name).txt")
            if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
                try help.output.write(to: file, atomically: true, encoding: .utf8)
            }
            // A missing file is a help that nobody has read.
            let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? "(no file \(file.path))"
            #expect(help.output == recorded, "\(name)")
        }
    }

    @Test("The manual names every command and every option")
    func manual() async throws {
        let page = Self.folder.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
            .appendingPathComponent("assets/carrier-editor.1")
        let manual = try String(contentsOf: page, encoding: .utf8)
        let sections = manual.split(separator: "\n").filter { $0.contains(".Sh ") }
        #expect(sections.allSatisfy { $0.hasPrefix(".Sh ") })
        #expect(Set(sections.map { $0.filter { $0 != "\"" } }).count == sections.count, "\(sections)")
        for (words, command) in try await commands() {
            if let word = words.last { #expect(manual.contains(".It Em \(word)\n"), "\(words)") }
            for name in command.optionNames {
                #expect(manual.contains("Fl -\(name)"), "\(words) --\(name)")
            }
        }
    }

    @Test("Completions know every command", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) async throws {
        let script = try await program.run(["--generate-completion-script", shell])
        #expect(script.status == 0)
        for (words, _) in try await commands() {
            if let word = words.last { #expect(script.output.contains(word), "\(words)") }
        }
    }

    @Test("Options no command knows are refused with 64")
    func unknown() async throws {
        for (words, _) in try await commands() {
            #expect(try await program.run(words + ["--no-such-option"]).status == 64, "\(words)")
        }
    }
}
