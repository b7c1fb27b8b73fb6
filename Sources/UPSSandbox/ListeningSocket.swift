import Glibc

/// The sandbox's sockets among this process's descriptors.
enum ListeningSocket {
    /// Keeps the sockets bound to `port` from programs started later (a browser, say): one that held the listening
    /// socket would keep the port open after the sandbox has stopped. FlyingFox makes them without close-on-exec.
    static func keepFromChildren(port: UInt16) {
        guard let directory = opendir("/proc/self/fd") else { return }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard let descriptor = Int32(name), isBound(descriptor, to: port) else { continue }
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
    }

    private static func isBound(_ descriptor: Int32, to port: UInt16) -> Bool {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let answer = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        return answer == 0 && address.sin_family == sa_family_t(AF_INET) && address.sin_port == port.bigEndian
    }
}
