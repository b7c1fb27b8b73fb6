internal import Glibc

/// A private file (0600) in the making, which has no name of its own yet.
///
/// Its maker holds a lock on it (flock(2)) that ends with the process: so whoever comes by later can tell what a killed
/// one has left behind, where a process's number could not, for that is given again, and to others in every container.
final class PrivateDraft: Sendable {
    private static let mark = ".carrier-editor-"
    private static let ending = ".new"
    /// What SQLite keeps beside a file.
    private static let logs = ["-journal", "-wal", "-shm"]

    let path: String
    private let descriptor: Int32

    /// - Parameters:
    ///   - file: the name it is to get.
    ///   - room: bytes that it takes on the disk at once, zeros: writing over them needs no more room.
    init(of file: String, room: Int = 0) throws {
        while true {
            let name = String(UInt64.random(in: (1 << 60)...(.max)), radix: 16)
            let path = file + Self.mark + name + Self.ending
            let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else {
                throw PrivateFiles.systemError(.store, path, "The file could not be made")
            }
            var found = stat()
            guard fchmod(descriptor, 0o600) == 0, flock(descriptor, LOCK_EX) == 0,
                fstat(descriptor, &found) == 0
            else {
                let error = PrivateFiles.systemError(.store, path, "The file could not be made private")
                close(descriptor)
                unlink(path)
                throw error
            }
            // Somebody may have taken it for abandoned before it was locked.
            if found.st_nlink > 0 {
                (self.path, self.descriptor) = (path, descriptor)
                break
            }
            close(descriptor)
        }
        if room > 0 { try reserve(room) }
    }

    private func reserve(_ room: Int) throws {
        while true {
            // The error is returned (posix_fallocate(3)); where a file system cannot reserve, glibc writes the zeros.
            switch posix_fallocate(descriptor, 0, off_t(room)) {
            case 0: return
            case EINTR: continue
            case let code:
                remove()
                errno = code
                throw PrivateFiles.systemError(.store, path, "The room could not be reserved")
            }
        }
    }

    deinit { close(descriptor) }

    /// Writes the whole of it onto the disk, in place of what it held.
    func write(_ contents: UnsafeRawBufferPointer) throws {
        // Cut before, not after: at every moment it is no longer than what is worth reading.
        guard ftruncate(descriptor, off_t(contents.count)) == 0,
            pwrite(descriptor, contents.baseAddress, contents.count, 0) == contents.count
        else {
            throw PrivateFiles.systemError(.store, path, "The file could not be written")
        }
        try sync()
    }

    func sync() throws {
        guard fsync(descriptor) == 0 else {
            throw PrivateFiles.systemError(.store, path, "The file could not be written")
        }
    }

    /// Gives it its name.
    ///
    /// - Returns: false when there is a file of that name.
    func publish(as file: String) throws -> Bool {
        guard link(path, file) == 0 else {
            if errno == EEXIST { return false }
            throw PrivateFiles.systemError(.store, file, "The file could not be made")
        }
        try PrivateFiles.syncFolder(of: file)
        return true
    }

    /// Removes it under the name that it was made by.
    func remove() { Self.remove(path) }

    /// Removes what killed processes have left in a folder.
    ///
    /// - Parameter keeps: is shown each of them with the name it was to get, and says whether it is to stay.
    static func sweep(folder: String, keeping keeps: (_ draft: String, _ file: String) -> Bool) {
        for name in PrivateFiles.names(in: folder) {
            guard let file = intendedName(name) else { continue }
            let path = "\(folder)/\(name)"
            let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
            guard descriptor >= 0 else { continue }
            defer { close(descriptor) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { continue }
            if !keeps(path, "\(folder)/\(file)") { remove(path) }
        }
    }

    /// The name that a draft was to get; nil where this is none.
    private static func intendedName(_ name: String) -> Substring? {
        guard name.hasSuffix(ending), let mark = name.ranges(of: mark).last else { return nil }
        let number = name[mark.upperBound...].dropLast(ending.count)
        return number.count == 16 && number.allSatisfy(\.isHexDigit) ? name[..<mark.lowerBound] : nil
    }

    private static func remove(_ path: String) {
        for suffix in [""] + logs { unlink(path + suffix) }
    }
}
