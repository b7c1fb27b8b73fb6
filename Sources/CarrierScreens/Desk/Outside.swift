public import CarrierCore
public import TerminalKit

/// The world outside the program, as closures so that tests can stand in for it.
public struct Outside {
    /// A new file was to be written where there is one already.
    public nonisolated struct FileExists: Error {
        public let path: String

        public init(path: String) {
            self.path = path
        }
    }

    /// Opens an address in the person's browser: `BROWSER`, else `xdg-open`. False where there is none, as over SSH.
    public var openBrowser: (String) async -> Bool
    /// Whether the person sits at another machine, over SSH: a browser there does not reach this one's loopback.
    public var isRemote: () -> Bool
    /// The names of the system's printers (`lpstat -e`); empty where there are none.
    public var printers: () async -> [String]
    /// The names of the report files in a folder, sorted; empty where it cannot be read.
    public var reports: (String) -> [String]
    /// The whole of a file, or an error in words.
    public var readFile: (String) throws -> [UInt8]
    /// Writes a file for its owner alone (0600), whole or not at all; replaces an old one only when told to.
    ///
    /// Returns once it is on the disk, which may take a while: not for the thread that owns the screen. Throws
    /// ``FileExists`` where it may not replace one, and errors in words.
    public var writeFile: @Sendable (_ path: String, _ bytes: [UInt8], _ mayReplace: Bool) throws -> Void

    /// The path of the file that gives commands other keys.
    public var keyFile: String
    /// What is in that file; nil where there is none. Throws errors in words.
    public var keyBindings: () throws -> [UInt8]?

    /// How a choice of theme looks on this terminal.
    public var theme: (ThemeChoice) -> Theme

    public init(
        openBrowser: @escaping (String) async -> Bool, isRemote: @escaping () -> Bool,
        printers: @escaping () async -> [String],
        reports: @escaping (String) -> [String], readFile: @escaping (String) throws -> [UInt8],
        writeFile: @escaping @Sendable (_ path: String, _ bytes: [UInt8], _ mayReplace: Bool) throws -> Void,
        keyFile: String, keyBindings: @escaping () throws -> [UInt8]?,
        theme: @escaping (ThemeChoice) -> Theme
    ) {
        self.openBrowser = openBrowser
        self.isRemote = isRemote
        self.printers = printers
        self.reports = reports
        self.readFile = readFile
        self.writeFile = writeFile
        self.keyFile = keyFile
        self.keyBindings = keyBindings
        self.theme = theme
    }
}
