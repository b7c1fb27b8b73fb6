import Foundation
import Testing

@Suite("What fuzzing begins with")
struct CorpusTests {
    @Test("every input of the corpus keeps its property")
    func input() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Fuzzing/Corpus/InputProperty")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files {
            #expect(
                InputProperty.fault(Array(try Data(contentsOf: file))) == nil, "\(file.lastPathComponent)")
        }
    }
}
