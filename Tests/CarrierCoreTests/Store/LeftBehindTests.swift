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

    @Test("Room for a pair that a killed process never got is given back by whoever opens the store next")
    func reserve() throws {
        _ = try place.open()
        let draft = "\(place.path).recovery-1-1.carrier-editor-0123456789abcdef.new"
        try leave(draft, String(repeating: "\0", count: 4096))
        _ = try place.open()
        #expect(try names() == [])
        #expect(!FileManager.default.fileExists(atPath: "\(place.path).recovery-1-1"))
    }

    @Test(
        "A backup beside the store gives a pair that nobody has named yet its name, and removes nothing of it"
    )
    func writtenPair() throws {
        let store = try place.open()
        let draft = "\(place.path).recovery-1-1.carrier-editor-0123456789abcdef.new"
        try leave(draft, "\u{1}sealed")
        try store.backUp(to: "\(place.folder)/second.sqlite", by: "olga")
        #expect(try names() == [])
        let named = try Data(contentsOf: URL(fileURLWithPath: "\(place.path).recovery-1-1"))
        #expect(named == Data("\u{1}sealed".utf8))
    }

    @Test("What a killed change of the vault key left beside a key file elsewhere goes with the next change")
    func keyFileElsewhere() throws {
        let folder = "\(place.root)/keys"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        let keys = VaultKeys(keyFile: "\(folder)/vault.key")
        let store = try Store.open(at: place.path, keys: keys)
        try leave("\(folder)/vault.key.new.carrier-editor-0123456789abcdef.new")
        try leave("\(folder)/vault.key.new")
        try store.rekey(to: .keyFile, passphrase: { Secret("") }, by: "olga")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains("new") }
        #expect(left == [])
        _ = try Store.open(at: place.path, keys: keys).vault()
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
