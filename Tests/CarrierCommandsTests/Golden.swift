import Foundation
import Testing

/// What the program has been seen to print, in `Golden`; `RECORD_GOLDEN=1` records it anew, to be read before it is kept.
enum Golden {
    /// The project's folder.
    static var project: URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
    }

    static func expect(
        _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let file = project.appendingPathComponent("Tests/CarrierCommandsTests/Golden/\(name)")
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        // A missing file is a text that nobody has read.
        let recorded = (try? String(contentsOf: file, encoding: .utf8)) ?? "(no file \(file.path))"
        #expect(text == recorded, "\(name)", sourceLocation: sourceLocation)
    }
}
