import Foundation
import Glibc

/// Who works on a key: a process, named so that any other can tell whether it still lives.
struct LeaseHolder: Hashable, Sendable {
    let machine: String
    let boot: String
    /// The PID namespace: containers of one machine count their processes apart.
    let namespace: String
    let process: Int32
    /// The process's start in clock ticks after boot: a process id may be given again.
    let start: String
    /// Tells the tasks of one process apart.
    let nonce: String

    /// This process, for one turn of work.
    static func current() -> LeaseHolder {
        let (process, machine) = (getpid(), Station.currentMachineID())
        return LeaseHolder(
            machine: machine.isEmpty ? unknown : machine, boot: bootID(),
            namespace: processNamespace(), process: process, start: startTime(of: process) ?? unknown,
            nonce: UUID().uuidString)
    }

    init(machine: String, boot: String, namespace: String, process: Int32, start: String, nonce: String) {
        self.machine = machine
        self.boot = boot
        self.namespace = namespace
        self.process = process
        self.start = start
        self.nonce = nonce
    }

    /// Reads the form that `text` writes.
    init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 6, let process = Int32(words[3]) else { return nil }
        self.init(
            machine: words[0], boot: words[1], namespace: words[2], process: process, start: words[4],
            nonce: words[5])
    }

    var text: String { "\(machine) \(boot) \(namespace) \(process) \(start) \(nonce)" }

    /// True where this machine can tell that the holder has ended. Of another machine or container nothing is known, nor
    /// where /proc cannot be read: there a lease ends by time alone.
    ///
    /// A boot's id is random, so that the same one is the same machine also where that has no id of its own, as in many
    /// containers.
    func hasDied(seenFrom observer: LeaseHolder) -> Bool {
        guard machine == observer.machine, ![boot, observer.boot].contains(Self.unknown) else { return false }
        if boot != observer.boot { return machine != Self.unknown }
        guard namespace == observer.namespace, ![namespace, start, observer.start].contains(Self.unknown)
        else { return false }
        if let now = Self.startTime(of: process) { return now != start }
        // No such process, where others can be seen: it was not the reading that failed.
        return kill(process, 0) != 0 && errno == ESRCH || Self.isZombie(process)
    }

    private static let unknown = "-"

    /// True where it is seen from here to be at work.
    func lives(seenFrom observer: LeaseHolder) -> Bool {
        boot == observer.boot && namespace == observer.namespace
            && Self.startTime(of: process) == start
    }

    /// True where both were started since the same start of the same machine: their uptimes are one.
    func isOfSameBoot(as observer: LeaseHolder) -> Bool { boot == observer.boot && boot != Self.unknown }

    private static func bootID() -> String {
        // Where there is no such file the boot is unknown.
        let text = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        return text?.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? unknown
    }

    /// The inode number of /proc/self/ns/pid (namespaces(7)).
    private static func processNamespace() -> String {
        var found = stat()
        return stat("/proc/self/ns/pid", &found) == 0 ? String(found.st_ino) : unknown
    }

    /// Field 22 of /proc/PID/stat (proc_pid_stat(5)); nil where it cannot be read, and for a zombie, which has ended though
    /// its parent has not looked yet.
    private static func startTime(of process: Int32) -> String? {
        guard let fields = fields(of: process), fields.count > 19, fields[0] != "Z" else { return nil }
        return fields[19]
    }

    private static func isZombie(_ process: Int32) -> Bool { fields(of: process)?.first == "Z" }

    /// The fields after the name, which may hold spaces and brackets.
    private static func fields(of process: Int32) -> [String]? {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return nil }
        return stat[stat.index(after: end)...].split(separator: " ").map(String.init)
    }
}
