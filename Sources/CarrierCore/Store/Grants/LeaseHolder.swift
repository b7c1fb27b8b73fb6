import Foundation

/// Who works on a key: a process, named so that any other can tell whether it still lives.
struct LeaseHolder: Hashable, Sendable {
    let machine: String
    let boot: String
    let process: Int32
    /// The process's start in clock ticks after boot: a process id may be given again.
    let start: String
    /// Tells the tasks of one process apart.
    let nonce: String

    /// This process, for one turn of work.
    static func current() -> LeaseHolder {
        let process = getpid()
        return LeaseHolder(
            machine: word("/etc/machine-id"), boot: word("/proc/sys/kernel/random/boot_id"), process: process,
            start: startTime(of: process) ?? "-", nonce: UUID().uuidString)
    }

    init(machine: String, boot: String, process: Int32, start: String, nonce: String) {
        self.machine = machine
        self.boot = boot
        self.process = process
        self.start = start
        self.nonce = nonce
    }

    /// Reads the form that `text` writes.
    init?(text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count == 5, let process = Int32(words[2]) else { return nil }
        self.init(machine: words[0], boot: words[1], process: process, start: words[3], nonce: words[4])
    }

    var text: String { "\(machine) \(boot) \(process) \(start) \(nonce)" }

    /// True where this machine can tell that the holder has ended; of another machine nothing is known.
    func hasDied(seenFrom observer: LeaseHolder) -> Bool {
        guard machine == observer.machine, machine != "-" else { return false }
        return boot != observer.boot || Self.startTime(of: process) != start
    }

    /// True where it is seen from here to be at work.
    func lives(seenFrom observer: LeaseHolder) -> Bool {
        boot == observer.boot && Self.startTime(of: process) == start
    }

    private static func word(_ path: String) -> String {
        // Where there is no such file the machine is unknown, and a lease then ends by time alone.
        let text = try? String(contentsOfFile: path, encoding: .utf8)
        let word = text?.split(whereSeparator: \.isWhitespace).first.map(String.init)
        return word ?? "-"
    }

    /// Field 22 of /proc/PID/stat (proc_pid_stat(5)); the name before it may hold spaces and brackets.
    private static func startTime(of process: Int32) -> String? {
        guard let stat = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
            let end = stat.lastIndex(of: ")")
        else { return nil }
        let fields = stat[stat.index(after: end)...].split(separator: " ")
        // A zombie has ended, though its parent has not looked yet.
        guard fields.count > 19, fields[0] != "Z" else { return nil }
        return String(fields[19])
    }
}
