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
            let abstract, discussion: String?
        }
        let commandName: String
        let abstract, discussion: String?
        let subcommands: [Command]?
        let arguments: [Argument]?

        var optionNames: [String] {
            (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
                .map(\.name)
        }

        /// What is said of it and of its options.
        var texts: [String] {
            let shown = (arguments ?? []).filter(\.shouldDisplay)
            return ([abstract, discussion] + shown.flatMap { [$0.abstract, $0.discussion] }).compactMap(
                \.self)
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

    @Test("Every command's help is as recorded; RECORD_GOLDEN=1 records it")
    func help() async throws {
        for (words, _) in try await commands() {
            let help = try await program.run(words + ["--help"])
            #expect(help.status == 0 && help.errors.isEmpty, "\(words)")
            let name = (["carrier-editor"] + words).joined(separator: "-")
            try Golden.expect(help.output, "\(name).txt")
        }
    }

    @Test("The manual names every command and every option, and says of them what the help says and no more")
    func manual() async throws {
        let assets = Golden.project.appendingPathComponent("assets")
        let manual = try String(
            contentsOf: assets.appendingPathComponent("carrier-editor.1"), encoding: .utf8)
        let sections = manual.split(separator: "\n").filter { $0.contains(".Sh ") }
        #expect(sections.allSatisfy { $0.hasPrefix(".Sh ") })
        #expect(Set(sections.map { $0.filter { $0 != "\"" } }).count == sections.count, "\(sections)")
        var paragraphs: Set<Substring> = ["Show subcommand help information."]
        for (words, command) in try await commands() {
            if let word = words.last { #expect(manual.contains(".It Em \(word)\n"), "\(words)") }
            for name in command.optionNames {
                #expect(manual.contains("Fl -\(name)"), "\(words) --\(name)")
            }
            for text in command.texts { paragraphs.formUnion(text.split(separator: "\n")) }
        }
        let end = try String(contentsOf: assets.appendingPathComponent("manual-end.mdoc"), encoding: .utf8)
        #expect(manual.hasSuffix(end))
        let generated = manual.dropLast(end.count).split(separator: "\n")
        let said = Set(generated.filter { !$0.hasPrefix(".") })
        #expect(said.subtracting(paragraphs).isEmpty, "run make manual")
        let summary = generated.filter { $0.hasPrefix(".Nd ") }.joined()
        #expect(paragraphs.subtracting(said).filter { !summary.contains($0) }.isEmpty, "run make manual")
    }

    @Test("Completions are as recorded; RECORD_GOLDEN=1 records them", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) async throws {
        let script = try await program.run(["--generate-completion-script", shell])
        #expect(script.status == 0 && script.errors.isEmpty)
        try Golden.expect(script.output, "completion.\(shell)")
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
