internal import Glibc

/// Folders and files that nobody but their owner may look into, under any umask.
enum PrivateFiles {
    /// Makes the folder (0700, missing parents, too) or checks the one that is there.
    ///
    /// - Throws: `.setup` when others can reach into it, `.store` when it cannot be made.
    static func prepareFolder(_ path: String) throws {
        if try checkFolder(path) { return }
        if let parent = parent(of: path), try status(parent) == nil { try prepareFolder(parent) }
        guard mkdir(path, 0o700) == 0 || errno == EEXIST, chmod(path, 0o700) == 0 else {
            throw systemError(.store, path, "The folder could not be made")
        }
    }

    /// - Returns: whether the folder exists.
    /// - Throws: `.setup` when others can reach into it.
    @discardableResult
    static func checkFolder(_ path: String) throws -> Bool {
        guard let found = try status(path) else { return false }
        guard found.st_mode & S_IFMT == S_IFDIR else {
            throw CarrierError(
                .setup, subject: path, "\(path.shownPath) is not a folder.",
                advice: "Choose another path for the store.")
        }
        // A folder that is for all, such as /tmp, is not to be closed for the sake of a store.
        try checkAccess(
            path, found,
            advice: found.st_mode & S_ISVTX == 0 && holdsOurs(path)
                ? "Make it private with `chmod 700 \(path.quotedForShell)`."
                : "Choose a folder of its own for the store: one that is not there yet is made private.")
        return true
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes an empty file (0600) unless there is one; checks it either way.
    static func prepareFile(_ path: String) throws {
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        if descriptor >= 0 {
            defer { close(descriptor) }
            guard fchmod(descriptor, 0o600) == 0 else {
                throw systemError(.store, path, "The file could not be made private")
            }
        } else if errno != EEXIST {
            throw systemError(.store, path, "The file could not be made")
        }
        try checkFile(path)
    }

    /// - Returns: whether the file exists.
    /// - Throws: `.setup` when others can read or write it, or it is no regular file.
    @discardableResult
    static func checkFile(_ path: String) throws -> Bool {
        guard let found = try status(path) else { return false }
        guard found.st_mode & S_IFMT == S_IFREG else {
            throw CarrierError(
                .setup, subject: path, "\(path.shownPath) is not a regular file.",
                advice: "Choose another path.")
        }
        try checkAccess(
            path, found,
            advice: isOurs(path)
                ? "Make it private with `chmod 600 \(path.quotedForShell)`." : "Name a file of this program.")
        return true
    }

    /// Puts a whole new file (0600) in place and onto the disk, or leaves nothing; never replaces one.
    ///
    /// - Returns: false when there was a file of that name already.
    static func create(_ path: String, contents: UnsafeRawBufferPointer) throws -> Bool {
        let draft = try PrivateDraft(of: path)
        defer { draft.remove() }
        try draft.write(contents)
        return try draft.publish(as: path)
    }

    /// Gives a file a second name beside the first: the first of `name`, `name-2`, `name-3`… that is free.
    static func keep(_ path: String, as name: String) throws -> String {
        for number in 1...1000 {
            let kept = number == 1 ? name : "\(name)-\(number)"
            if link(path, kept) == 0 {
                try syncFolder(of: kept)
                return kept
            }
            guard errno == EEXIST else { break }
        }
        throw systemError(.store, name, "The file could not be kept")
    }

    /// Puts names made or changed in the file's folder onto the disk.
    static func syncFolder(of path: String) throws {
        let folder = parent(of: path) ?? "."
        let entries = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(entries) }
        guard entries >= 0, fsync(entries) == 0 else {
            throw systemError(.store, folder, "The folder could not be written")
        }
    }

    /// Runs `body` while no other process is inside for the same folder.
    static func withLock<Result>(onFolder path: String, _ body: () throws -> Result) throws -> Result {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw systemError(.store, path, "The folder could not be opened") }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else { throw systemError(.store, path, "The folder could not be locked") }
        }
        return try body()
    }

    /// The path from the root, with a symbolic link at its end followed.
    static func resolved(_ path: String) -> String {
        var absolute = path
        if !path.hasPrefix("/"), let current = getcwd(nil, 0) {
            absolute = "\(String(cString: current))/\(path)"
            free(current)
        }
        guard let real = realpath(absolute, nil) else { return absolute }
        defer { free(real) }
        return String(cString: real)
    }

    static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    private static func status(_ path: String) throws -> stat? {
        var found = stat()
        if stat(path, &found) == 0 { return found }
        guard errno == ENOENT else { throw systemError(.store, path, "The file could not be examined") }
        return nil
    }

    private static func checkAccess(
        _ path: String, _ found: stat, advice: @autoclosure () -> String
    ) throws {
        guard found.st_mode & 0o077 == 0 else {
            throw CarrierError(
                .setup, subject: path, "Others can get at \(path.shownPath).", advice: advice())
        }
        let me = geteuid()
        guard found.st_uid == me || me == 0 else {
            throw CarrierError(
                .setup, subject: path, "\(path.shownPath) belongs to another user.",
                advice: "Run the program as its owner, or choose another path.")
        }
    }

    /// What lies in a folder; nothing where it cannot be looked into.
    static func names(in folder: String) -> [String] {
        guard let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) {
                    $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
                })
        }
        return names
    }

    /// Whether a store lies in the folder.
    private static func holdsOurs(_ folder: String) -> Bool {
        names(in: folder).contains { isOurs("\(folder)/\($0)") }
    }

    /// Whether a file is a store of this program (SQLite's header holds its application id), one of its logs, or has the
    /// size of a vault key: only then is its access ours to advise on.
    private static func isOurs(_ path: String) -> Bool {
        if ["-wal", "-shm"].contains(where: path.hasSuffix) || exists(path + "-wal") { return true }
        var found = stat()
        guard stat(path, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return false }
        if found.st_size == Sodium.keySize { return true }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var id: UInt32 = 0
        guard pread(descriptor, &id, 4, 68) == 4 else { return false }
        return Int32(bitPattern: id.bigEndian) == Migrations.applicationID
    }

    static func systemError(_ code: CarrierError.Code, _ path: String, _ what: String) -> CarrierError {
        let reason = String(cString: strerror(errno))
        return CarrierError(
            code, subject: path, "\(what): \(path.shownPath): \(reason).",
            advice: "Look at the path, its owner and the space left.")
    }
}

extension String {
    /// As one word of a POSIX shell's command line (POSIX.1-2017 XCU 2.2.2), in quotes where it needs them.
    fileprivate var quotedForShell: String {
        let plain = Set("/._-+,:@%=".utf8)
        if !isEmpty, utf8.allSatisfy({ $0.isLetter || $0.isDigit || plain.contains($0) }) { return self }
        return "'" + replacing("'", with: "'\\''") + "'"
    }
}
