internal import Glibc

/// The file of 32 random bytes that is a store's vault key, and the one that is to take its place.
struct KeyFile {
    let path: String
    /// Lies there from before a change of key until its end: whichever of the two fits the store is the key.
    private var pending: String { path + ".new" }

    init(_ path: String) {
        self.path = path
    }

    /// Makes the key file unless it is there; two processes end up with the same one.
    func make() throws -> Secret {
        if let folder = PrivateFiles.parent(of: path), access(folder, F_OK) != 0 {
            try PrivateFiles.prepareFolder(folder)
        }
        if try !PrivateFiles.checkFile(path) {
            let key = try Sodium.randomKey()
            if try key.withBytes({ try PrivateFiles.create(path, contents: $0) }) { return key }
        }
        return try KeyMaterial.read(path)
    }

    /// The store's key; a change that was cut short after the store had taken the new key is ended.
    ///
    /// - Returns: a key that does not fit, when none does.
    /// - Throws: `.setup` when the file is missing, open to others, or not 32 bytes long.
    func load(fitting fits: (Secret) throws -> Bool) throws -> Secret {
        if try PrivateFiles.checkFile(path) {
            let key = try KeyMaterial.read(path)
            if try fits(key) { return key }
        }
        if try PrivateFiles.checkFile(pending) {
            do {
                let key = try KeyMaterial.read(pending)
                if try fits(key) {
                    try promote()
                    return key
                }
            } catch  where !PrivateFiles.exists(pending) {
                // Another process has ended the change meanwhile: it is the key file now.
            }
        }
        guard try PrivateFiles.checkFile(path) else {
            throw CarrierError(
                .setup, subject: path, "The vault key file \(path.shownPath) is missing.",
                advice:
                    "Put back the copy that was kept apart from the backups; without it every key must be made anew."
            )
        }
        return try KeyMaterial.read(path)
    }

    /// Puts the next key beside the present one.
    func prepare(_ key: Secret) throws {
        // It may lie in another folder than the store, where nobody else looks.
        LeftBehind.sweep(folder: PrivateFiles.parent(of: path) ?? ".")
        guard unlink(pending) == 0 || errno == ENOENT else {
            throw PrivateFiles.systemError(.store, pending, "The file could not be removed")
        }
        guard try key.withBytes({ try PrivateFiles.create(pending, contents: $0) }) else {
            throw CarrierError(
                .busy, subject: pending, "Another process changes the vault key.",
                advice: "Try again in a moment.")
        }
    }

    /// Keeps the present key under another name, for backups made while it was in use.
    ///
    /// - Returns: that name, nil where there is no key file.
    func keepCopy(at now: Int64) throws -> String? {
        guard try PrivateFiles.checkFile(path) else { return nil }
        return try PrivateFiles.keep(path, as: "\(path).\(ISODate.text(now))")
    }

    /// The next key becomes the present one, unless another process has made it so.
    func promote() throws {
        guard rename(pending, path) == 0 || errno == ENOENT else {
            throw PrivateFiles.systemError(.store, path, "The vault key could not be put in place")
        }
        try PrivateFiles.syncFolder(of: path)
    }

    func remove() throws {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw PrivateFiles.systemError(.store, path, "The old vault key could not be removed")
        }
        try PrivateFiles.syncFolder(of: path)
    }
}
