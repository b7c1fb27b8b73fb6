/// The world outside the program, as closures so that tests can stand in for it.
public struct Outside {
    /// Opens an address in the person's browser: `BROWSER`, else `xdg-open`. False where there is none, as over SSH.
    public var openBrowser: (String) async -> Bool
    /// The names of the system's printers (`lpstat -e`); empty where there are none.
    public var printers: () async -> [String]
    /// The names of the report files in a folder, sorted; empty where it cannot be read.
    public var reports: (String) -> [String]
    /// The whole of a file, or an error in words.
    public var readFile: (String) throws -> [UInt8]
    /// Writes a new file for its owner alone (0600); replaces an old one only when told to.
    public var writeFile: (_ path: String, _ bytes: [UInt8], _ mayReplace: Bool) throws -> Void

    public init(
        openBrowser: @escaping (String) async -> Bool, printers: @escaping () async -> [String],
        reports: @escaping (String) -> [String], readFile: @escaping (String) throws -> [UInt8],
        writeFile: @escaping (_ path: String, _ bytes: [UInt8], _ mayReplace: Bool) throws -> Void
    ) {
        self.openBrowser = openBrowser
        self.printers = printers
        self.reports = reports
        self.readFile = readFile
        self.writeFile = writeFile
    }
}
