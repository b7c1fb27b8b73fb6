internal import Foundation

/// A new pair of tokens that the store did not take, kept in a file beside it until it does.
///
/// The file is sealed for one key and generation, and names inside the refresh token that the pair was given for: one
/// that is stale, or another store's, fits no row.
struct RecoveryFile {
    let path: String
    let grantID: Int64
    let generation: Int64

    init(store: String, grantID: Int64, generation: Int64) {
        path = "\(store)\(Self.mark)\(grantID)-\(generation)"
        self.grantID = grantID
        self.generation = generation
    }

    /// Those that lie beside a store.
    static func all(besideStoreAt store: String) -> [RecoveryFile] {
        let folder = PrivateFiles.parent(of: store) ?? "."
        return PrivateFiles.names(in: folder).compactMap {
            RecoveryFile(path: "\(folder)/\($0)", store: store)
        }
    }

    /// Removes what killed processes have left beside a store, but for a pair that one was about to name: that gets its
    /// name. Whether it was written whole shows when it is opened.
    static func sweep(besideStoreAt store: String) {
        PrivateDraft.sweep(folder: PrivateFiles.parent(of: store) ?? ".") { draft, file in
            if RecoveryFile(path: file, store: store) != nil { link(draft, file) }
        }
    }

    private init?(path: String, store: String) {
        let prefix = store + Self.mark
        guard path.hasPrefix(prefix) else { return nil }
        let numbers = path.dropFirst(prefix.count).split(separator: "-").map { Int64($0) }
        guard numbers.count == 2, let grant = numbers[0], let generation = numbers[1] else { return nil }
        self.init(store: store, grantID: grant, generation: generation)
    }

    /// Puts the pair onto the disk, in place of what does not fit.
    func write(_ answer: TokenAnswer, spent: Secret, vault: Vault) throws {
        let text = JSON.object([.init("spent", .string(spent.reveal())), .init("answer", answer.json)])
        let sealed = try vault.withKey {
            try VaultSeal.seal(Secret(text.description), place: place, key: $0)
        }
        if try read(spent: spent, vault: vault) == nil { try remove() }
        _ = try sealed.withUnsafeBytes { try PrivateFiles.create(path, contents: $0) }
    }

    /// The pair given for `spent`; nil where there is no file, or it is another's.
    func read(spent: Secret, vault: Vault) throws -> TokenAnswer? {
        guard try PrivateFiles.checkFile(path) else { return nil }
        let sealed = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        guard let text = try vault.withKey({ try VaultSeal.open(sealed, place: place, key: $0) }),
            let json = JSON.read(text), case .string(let other)? = json["spent"], Secret(other) == spent
        else { return nil }
        return json["answer"].flatMap(TokenAnswer.init(stored:))
    }

    func remove() throws {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw PrivateFiles.systemError(.store, path, "The recovery file could not be removed")
        }
    }

    private static let mark = ".recovery-"
    private var place: [UInt8] { VaultSeal.place("recovery", String(grantID), String(generation)) }
}
