/// This program's version (semver.org).
enum Version {
    /// As `--version` prints it.
    static let text = "0.1.0"
}
