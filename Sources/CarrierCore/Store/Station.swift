internal import Glibc

/// Where the program runs, and as whom.
public struct Station: Sendable {
    /// The system's name for whoever runs the program; the first user of a new store.
    public var loginName: String
    /// Tells one machine from another; empty where the system has no such id.
    public var machineID: String

    public init(loginName: String, machineID: String) {
        self.loginName = loginName
        self.machineID = machineID
    }

    public static var current: Station {
        Station(loginName: currentLoginName(), machineID: currentMachineID())
    }

    private static func currentLoginName() -> String {
        var entry = passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        if getpwuid_r(geteuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil,
            let name = entry.pw_name
        {
            return String(cString: name)
        }
        return "uid\(geteuid())"
    }

    /// machine-id(5); empty where there is none.
    static func currentMachineID() -> String {
        let descriptor = open("/etc/machine-id", O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "" }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(descriptor, &bytes, bytes.count)
        let word = bytes.prefix(max(0, count)).prefix { $0.isLetter || $0.isDigit }
        return String(decoding: word, as: UTF8.self)
    }
}
