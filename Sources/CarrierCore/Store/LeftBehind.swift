/// What killed processes have left in a folder: files in the making that nobody holds any more.
enum LeftBehind {
    /// Removes it, but for a pair of tokens that was written and not yet named: that gets its name.
    static func sweep(folder: String) {
        PrivateDraft.sweep(folder: folder, keeping: RecoveryFile.takesOver)
    }
}
