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
        return PrivateFiles.names(in: folder).map { "\(folder)/\($0)" }
            .filter { $0.hasPrefix(store + mark) }.compactMap(RecoveryFile.init(path:))
    }

    /// Gives a pair that a killed process has written its name. Whether it was written whole shows when it is opened.
    ///
    /// - Returns: whether the draft is to stay: no other place has what is in it.
    static func takesOver(draft: String, file: String) -> Bool {
        // One that was only reserved holds zeros.
        guard RecoveryFile(path: file) != nil,
            FileHandle(forReadingAtPath: draft)?.readData(ofLength: 1).first == VaultSeal.version
        else { return false }
        return link(draft, file) != 0 && errno != EEXIST
    }

    private init?(path: String) {
        guard let mark = path.ranges(of: Self.mark).last else { return nil }
        let numbers = path[mark.upperBound...].split(separator: "-").map { Int64($0) }
        guard numbers.count == 2, let grant = numbers[0], let generation = numbers[1] else { return nil }
        self.init(store: String(path[..<mark.lowerBound]), grantID: grant, generation: generation)
    }

    /// What such a file holds.
    func sealed(_ answer: TokenAnswer, spent: Secret, vault: Vault) throws -> [UInt8] {
        let text = JSON.object([.init("spent", .string(spent.reveal())), .init("answer", answer.json)])
        return try vault.withKey { try VaultSeal.seal(Secret(text.description), place: place, key: $0) }
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
