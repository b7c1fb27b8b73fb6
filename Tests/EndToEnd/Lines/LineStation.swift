import TestSupport
import Testing

extension Station {
    /// The editor in lines.
    func lines(_ wire: LineSession.Wire, _ arguments: String...) throws -> LineSession {
        try LineSession(
            wire, environment: environment.merging(["TERM": "xterm-256color"]) { $1 },
            ["edit", "--accessible"] + arguments)
    }
}

extension LineSession {
    /// Several questions with their answers.
    func answer(_ answers: [(question: String, line: String)]) async throws {
        for (question, line) in answers { try await answer(question, line) }
    }

    /// Nothing that moves a cursor, colours or clears: no control character but the ends of lines.
    func expectLinesOnly() {
        let controls = Set(transcript.filter { $0 < 0x20 || $0 == 0x7F }).subtracting([0x0A, 0x0D])
        #expect(controls.isEmpty, "written: \(controls)")
    }

    /// The sign-in address, on the line of its own that it has.
    func signInAddress() async throws -> String {
        try await expect("\nhttp")
        try await expect("\n", within: 20)
        let text = String(decoding: transcript, as: UTF8.self)
        return try #require(
            text.split(whereSeparator: \.isNewline).last { $0.hasPrefix("http") }.map(String.init))
    }
}
