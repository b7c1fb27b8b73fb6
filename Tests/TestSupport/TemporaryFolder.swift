import Foundation

/// A private folder that is gone with the value.
public final class TemporaryFolder: Sendable {
    public let path: String

    public init() throws {
        var template = Array(
            "\(FileManager.default.temporaryDirectory.path)/carrier-editor.XXXXXX".utf8CString)
        guard let made = template.withUnsafeMutableBufferPointer({ $0.baseAddress.flatMap { mkdtemp($0) } })
        else {
            throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        }
        path = String(cString: made)
    }

    deinit {
        // Left for the system to clear where it cannot be removed.
        try? FileManager.default.removeItem(atPath: path)
    }

    public func file(_ name: String) -> String { "\(path)/\(name)" }
}
