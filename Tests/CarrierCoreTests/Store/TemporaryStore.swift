import CarrierCore
import Foundation
import Testing

/// A folder of its own for a store, gone when the test is.
final class TemporaryStore: Sendable {
    static let station = Station(loginName: "olga", machineID: "machine-1")

    let root: String
    var folder: String { root + "/store" }
    var path: String { folder + "/store.sqlite" }
    var keyFile: String { VaultKeys.keyFile(besideStoreAt: path) }

    init() throws {
        root =
            FileManager.default.temporaryDirectory.appendingPathComponent("store-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(
            atPath: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    deinit {
        do {
            try FileManager.default.removeItem(atPath: root)
        } catch {
            Issue.record(error)
        }
    }

    func open(
        clock: WallClock = WallClock { 1_700_000_000_000 }, station: Station = TemporaryStore.station,
        kind: VaultKind = .keyFile, passphrase: (@Sendable () throws -> Secret)? = nil,
        credentials: String? = nil, busyTimeout: Double = 10
    ) throws -> Store {
        try Store.open(
            at: path,
            keys: VaultKeys(keyFile: keyFile, credentialsDirectory: credentials, passphrase: passphrase),
            newVault: kind, clock: clock, station: station, busyTimeout: busyTimeout)
    }

    /// The permission bits of a file of the store.
    func mode(_ name: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: name.isEmpty ? folder : "\(folder)/\(name)")
        return try #require(attributes[.posixPermissions] as? Int)
    }

    /// Everything that lies in the folder, one after another.
    func bytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(atPath: folder).reduce(into: Data()) { all, name in
            all += try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
    }
}
