import Foundation
import Glibc
import Testing

@testable import CarrierCore

@Suite("What killed processes leave behind")
struct LeftBehindTests {
    private let place: TemporaryStore

    init() throws {
        place = try TemporaryStore()
    }

    private func leave(_ path: String, _ text: String = "half") throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.folder).filter {
            $0.hasSuffix("new") || $0.contains("new-")
        }
    }

    @Test("A draft that nobody holds goes with the next backup, one in the making and other files stay")
    func drafts() throws {
        let store = try place.open()
        let draft = "\(place.folder)/copy.sqlite.carrier-editor-0123456789abcde"
        for end in ["0.new", "0.new-journal", "1.new"] { try leave(draft + end) }
        try leave("\(place.folder)/other.new")
        let inTheMaking = open(draft + "1.new", O_RDONLY)
        defer { close(inTheMaking) }
        #expect(flock(inTheMaking, LOCK_EX) == 0)
        try store.backUp(to: "\(place.folder)/second.sqlite", by: "olga")
        #expect(try names().sorted() == ["copy.sqlite.carrier-editor-0123456789abcde1.new", "other.new"])
    }

    @Test("Opening the store removes what was left beside it, and a new key that waits for its change stays")
    func opening() throws {
        _ = try place.open()
        try leave("\(place.path).2023-11-14T22:13:20Z.carrier-editor-0123456789abcdef.new")
        try leave("\(place.keyFile).new", String(repeating: "k", count: 32))
        _ = try place.open()
        #expect(try names() == ["store.sqlite.key.new"])
    }

    @Test("A file that a process of the same number left behind is in nobody's way")
    func sameNumber() throws {
        try FileManager.default.createDirectory(
            atPath: place.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        try leave("\(place.keyFile).\(getpid()).new")
        _ = try place.open()
        #expect(FileManager.default.fileExists(atPath: place.keyFile))
    }
}
