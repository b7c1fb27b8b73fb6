internal import CarrierCore
internal import Glibc

/// Files that a person names, `~` being the home folder.
nonisolated struct HomeFiles: Sendable {
    private let home: String?
    /// link(2), or what a test puts in its place.
    private let link: @Sendable (_ file: String, _ name: String) -> Int32

    init(
        home: String?,
        link: @escaping @Sendable (_ file: String, _ name: String) -> Int32 = { Glibc.link($0, $1) }
    ) {
        self.home = home
        self.link = link
    }

    private func resolved(_ path: String) -> String {
        guard let home, path == "~" || path.hasPrefix("~/") else { return path }
        return home + path.dropFirst()
    }

    /// The regular files in a folder but the hidden ones, sorted; none where it cannot be read.
    func names(inFolder path: String) -> [String] {
        let path = resolved(path)
        guard !path.isEmpty, let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            var found = stat()
            guard !name.hasPrefix("."), stat("\(path)/\(name)", &found) == 0,
                found.st_mode & S_IFMT == S_IFREG
            else { continue }
            names.append(name)
        }
        return names.sorted()
    }

    func exists(_ path: String) -> Bool {
        access(resolved(path), F_OK) == 0
    }

    func read(_ path: String) throws -> [UInt8] {
        let path = resolved(path)
        // A pipe that nobody writes into must not hold up the screen.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw error("could not be opened", path) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw error("could not be read", path) }
            if count == 0 { return bytes }
            bytes += buffer.prefix(count)
            guard bytes.count <= JSON.maximumSize else {
                throw CarrierError(
                    .invalid, subject: path, "The file \(path) is too large.",
                    advice: "Choose the right file.")
            }
        }
    }

    /// Written beside its place and then put there, so that there is never half a file.
    func write(_ path: String, _ bytes: [UInt8], mayReplace: Bool) throws {
        let path = resolved(path)
        var found = stat()
        if stat(path, &found) == 0, found.st_mode & S_IFMT != S_IFREG {
            throw CarrierError(
                .invalid, subject: path, "\(path) is not a regular file.", advice: "Choose another name.")
        }
        let draft = "\(path).\(getpid()).new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw error("could not be made", path) }
        defer {
            close(descriptor)
            unlink(draft)
        }
        guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
            throw error("could not be written", path)
        }
        if mayReplace {
            guard rename(draft, path) == 0 else { throw error("could not be replaced", path) }
        } else if link(draft, path) != 0 {
            switch errno {
            case EEXIST: throw Outside.FileExists(path: path)
            case EPERM, EOPNOTSUPP, ENOSYS: try create(path, bytes)
            default: throw error("could not be made", path)
            }
        }
    }

    /// Where a file cannot have a second name, as on FAT and on some network file systems: the name is taken first, which
    /// replaces nobody's file either, and given back where the writing fails.
    private func create(_ path: String, _ bytes: [UInt8]) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw Outside.FileExists(path: path) }
            throw error("could not be made", path)
        }
        defer { close(descriptor) }
        guard writeAll(bytes, to: descriptor), fsync(descriptor) == 0 else {
            let error = error("could not be written", path)
            unlink(path)
            throw error
        }
    }

    private func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Glibc.write(
                    descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }

    private func error(_ what: String, _ path: String) -> CarrierError {
        let reason = String(cString: strerror(errno))
        return CarrierError(
            .store, subject: path, "The file \(path) \(what): \(reason).",
            advice: "Look at the path and at its permissions, or choose another one.")
    }
}
