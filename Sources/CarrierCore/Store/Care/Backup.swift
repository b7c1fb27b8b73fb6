internal import GRDB
internal import Glibc

extension Store {
    /// Writes a whole copy of the store into a new file (0600), while it is in use.
    ///
    /// What is sealed stays sealed, and the vault key is not part of it. The copy is opened and looked through before
    /// it gets its name.
    /// - Throws: `.invalid` when there is a file of that name, `.store` when it cannot be written or is not whole.
    public func backUp(to file: String, by actor: String) throws(CarrierError) {
        let file = PrivateFiles.resolved(file)
        let vault = try vault()
        try mapped {
            guard !PrivateFiles.exists(file) else {
                throw CarrierError(
                    .invalid, subject: file, "There is a file \(file.shownPath) already.",
                    advice: "Choose another name, or remove it first.")
            }
            if let folder = PrivateFiles.parent(of: file), !PrivateFiles.exists(folder) {
                throw CarrierError(
                    .invalid, subject: folder, "There is no folder \(folder.shownPath).",
                    advice: "Make it first, or name a file in another one.")
            }
            let draft = try StoreDraft(beside: file)
            defer { draft.remove() }
            try draft.fill(from: queue)
            try draft.check(vault)
            guard try draft.publish(as: file) else {
                throw CarrierError(
                    .invalid, subject: file, "There is a file \(file.shownPath) already.",
                    advice: "Choose another name, or remove it first.")
            }
        }
        guard !isReadOnly else { return }
        try write { db in
            try audit(db, actor: actor, action: "backed up", subject: "store", detail: "to \(file)")
        }
    }
}
