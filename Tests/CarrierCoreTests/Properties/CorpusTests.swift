import Foundation
import Testing

@Suite("What fuzzing begins with")
struct CorpusTests {
    @Test("Every pasted address of the corpus keeps its property")
    func redirect() throws {
        for (name, bytes) in try corpus("Redirect") {
            #expect(RedirectProperty.fault(bytes) == nil, "\(name)")
        }
    }

    @Test("Every token answer of the corpus keeps its property")
    func answer() throws {
        for (name, bytes) in try corpus("Answer") { #expect(AnswerProperty.fault(bytes) == nil, "\(name)") }
    }

    @Test("Every KEY=VALUE of the corpus keeps its property")
    func assignment() throws {
        for (name, bytes) in try corpus("Assignment") {
            #expect(AssignmentProperty.fault(bytes) == nil, "\(name)")
        }
    }

    private func corpus(_ property: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Fuzzing/Corpus/\(property)Property")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        return try files.map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
    }
}
