internal import CLinux

/// The store's folder and files, without opening them.
struct FileExamination {
    private let path: String
    private let keyFile: String

    init(storeAt path: String, keyFile: String) {
        self.path = PrivateFiles.resolved(path)
        self.keyFile = keyFile
    }

    func findings() -> [Finding] {
        guard PrivateFiles.exists(path) else {
            return [
                Finding(
                    .permissions, .warning, "There is no store at \(path.shownPath) yet.",
                    advice: "Start the editor, or set CARRIER_EDITOR_STORE to the store that is meant.")
            ]
        }
        return permissions() + [fileSystem()]
    }

    private func permissions() -> [Finding] {
        var found: [Finding] = []
        func check(_ body: () throws -> Void) {
            do {
                try body()
            } catch {
                found.append(Finding(.permissions, CarrierError(error, storeAt: path)))
            }
        }
        check { try PrivateFiles.checkFolder(PrivateFiles.parent(of: path) ?? "/") }
        for suffix in ["", "-wal", "-shm"] { check { try PrivateFiles.checkFile(path + suffix) } }
        check { try PrivateFiles.checkFile(keyFile) }
        return found.isEmpty
            ? [Finding(.permissions, .ok, "The store and its key are readable by their owner alone.")] : found
    }

    private func fileSystem() -> Finding {
        var (kind, left): (UInt32, UInt64) = (0, 0)
        guard clinux_file_system(path, &kind, &left) == 0 else {
            return Finding(
                .fileSystem, .warning, "The file system of \(path.shownPath) could not be examined.",
                advice: "Look at the path and its mount.")
        }
        if let name = Self.networkFileSystems[kind] {
            return Finding(
                .fileSystem, .error,
                "The store lies on a network file system (\(name)), which breaks its locks.",
                advice: "Move it to a local disk.")
        }
        // As much as the renewals need that one process has under way at once (RecoveryReserve).
        if left < 64 << 20 {
            return Finding(
                .fileSystem, .warning, "The store's disk has less than 64 MiB left.",
                advice: "Make room: a refresh is not begun when its answer could not be kept.")
        }
        return Finding(.fileSystem, .ok, "The store lies on a local disk with room left.")
    }

    /// Magic numbers of statfs(2).
    private static let networkFileSystems: [UInt32: String] = [
        0x6969: "NFS", 0xFF53_4D42: "CIFS", 0xFE53_4D42: "SMB2", 0x517B: "SMB", 0x0102_1997: "9P",
        0x5346_414F: "AFS", 0x00C3_6400: "Ceph", 0x7375_7245: "Coda",
    ]
}
