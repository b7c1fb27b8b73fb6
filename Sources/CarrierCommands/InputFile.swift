import CarrierCore
import Glibc

/// What a command reads: a file that is named, or standard input.
struct InputFile {
    static let standard = InputFile(descriptor: STDIN_FILENO, title: "Standard input")

    private let descriptor: Int32
    private let title: String

    /// Everything in a file by its path, or by `-` what is left of standard input.
    ///
    /// Throws `.invalid` for one that cannot be read or is larger than a document may be.
    static func contents(of path: String) throws(CarrierError) -> [UInt8] {
        guard path != "-" else { return try standard.contents() }
        let file = InputFile(descriptor: open(path, O_RDONLY | O_CLOEXEC), title: path)
        guard file.descriptor >= 0 else { throw file.unreadable() }
        defer { close(file.descriptor) }
        return try file.contents()
    }

    func contents() throws(CarrierError) -> [UInt8] {
        var bytes: [UInt8] = []
        while let more = try read(65_536) {
            bytes += more
            guard bytes.count <= JSON.maximumSize else {
                throw CarrierError(
                    .invalid, "\(title) is larger than \(JSON.maximumSize >> 20) MiB.",
                    advice: "Give only what is asked for.")
            }
        }
        return bytes
    }

    /// Up to `count` bytes; nil at the end.
    func read(_ count: Int) throws(CarrierError) -> [UInt8]? {
        var buffer = [UInt8](repeating: 0, count: count)
        while true {
            let got = Glibc.read(descriptor, &buffer, count)
            if got > 0 { return Array(buffer[..<got]) }
            if got == 0 { return nil }
            guard errno == EINTR else { throw unreadable() }
        }
    }

    private func unreadable() -> CarrierError {
        CarrierError(
            .invalid, "\(title) could not be read (\(String(cString: strerror(errno)))).",
            advice: "Check what it is, and its permissions.")
    }
}
