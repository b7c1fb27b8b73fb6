import CarrierCore
import Glibc
import TerminalKit

/// What goes to standard output, and what to standard error.
enum Output {
    /// Data for whoever reads standard output, sent as it is: callers make visible what comes from outside.
    static func line(_ text: String) {
        write(text + "\n", to: STDOUT_FILENO)
    }

    static func json(_ name: String, _ value: JSON) {
        line(JSON.envelope(name, value).description)
    }

    /// A value's fields, a line each, dotted where they lie deeper.
    static func fields(_ value: JSON) {
        table(["FIELD", "VALUE"], flat(value, prefix: ""))
    }

    private static func flat(_ value: JSON, prefix: String) -> [[String]] {
        switch value {
        case .object(let members):
            members.flatMap { flat($0.value, prefix: prefix.isEmpty ? $0.name : "\(prefix).\($0.name)") }
        case .array(let items) where items.contains { if case .object = $0 { true } else { false } }:
            items.enumerated().flatMap { flat($1, prefix: "\(prefix)[\($0)]") }
        case .array(let items):
            [[prefix, items.map(plain).joined(separator: ", ")]]
        default:
            [[prefix, plain(value)]]
        }
    }

    private static func plain(_ value: JSON) -> String {
        if case .string(let text) = value { return text }
        return value == .null ? "" : value.description
    }

    /// Columns as wide as their widest cell, two spaces between them; numbers of columns per row are equal.
    static func table(_ head: [String], _ rows: [[String]]) {
        let all = [head] + rows
        let widths = head.indices.map { column in all.map { visible($0[column]).columns }.max() ?? 0 }
        for cells in all { row(cells, widths: widths) }
    }

    /// A row of a table whose columns are at least so wide; the last needs no width.
    static func row(_ cells: [String], widths: [Int]) {
        var text = ""
        for (index, cell) in cells.map({ visible($0) }).enumerated() {
            let missing = index < widths.count ? max(0, widths[index] - cell.columns) : 0
            text += cell + String(repeating: " ", count: missing) + "  "
        }
        while text.last == " " { text.removeLast() }
        line(text)
    }

    /// A label and its value.
    static func row(_ label: String, _ value: String) {
        line("\(label)\t\(visible(value))")
    }

    /// A question at a terminal, sent as it is and without an end of line.
    static func prompt(_ text: String) {
        write(text, to: STDERR_FILENO)
    }

    /// A remark beside the data.
    static func remark(_ text: String) {
        write(visible(text) + "\n", to: STDERR_FILENO)
    }

    /// Two sentences: what happened, and what to do.
    static func complain(_ error: CarrierError) {
        remark("carrier-editor: \(error.message) \(error.advice)")
    }

    /// Writes all of it, waiting for room; the error number where it is not taken, else nil.
    ///
    /// Whoever shares a pipe or a terminal with this process may have made it one that does not wait.
    static func writeAll(_ text: String, to descriptor: Int32) -> Int32? {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count >= 0 {
                bytes = bytes.dropFirst(count)
            } else if errno == EAGAIN {
                var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&state, 1, -1)
            } else if errno != EINTR {
                return errno
            }
        }
        return nil
    }

    private static func write(_ text: String, to descriptor: Int32) {
        // A remark that nobody takes stops nothing: a key may be on its way.
        guard let error = writeAll(text, to: descriptor), descriptor == STDOUT_FILENO else { return }
        // Nor does data while one is: it ends at what is written next.
        if GracefulShutdown.request(SIGPIPE) { giveUp(because: error) }
    }

    /// Data that was not taken must not look like success; a reader that has gone (`| head -1`) wanted no more.
    private static func giveUp(because error: Int32) -> Never {
        guard error != EPIPE else { exit(0) }
        remark(
            "carrier-editor: The output could not be written (\(String(cString: strerror(error)))). "
                + "Make room where it goes, and run the command again.")
        exit(74)
    }
}
