import TestSupport

/// An https server on loopback: `openssl s_server`, which answers each GET with a page of its own.
final class TLSServer: Sendable {
    let address: String
    /// The server's certificate, which is its own authority.
    let certificate: String
    private let folder: TemporaryFolder
    private let running: RunningProgram

    private static let environment = ["PATH=/usr/local/bin:/usr/bin:/bin"]

    /// - Parameters:
    ///   - names: what the certificate is for, as a subjectAltName.
    ///   - options: further ones of s_server.
    init(names: String = "IP:127.0.0.1", _ options: String...) async throws {
        folder = try TemporaryFolder()
        certificate = folder.file("certificate.pem")
        let key = folder.file("key.pem")
        try Spawned.run(
            [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=UPS of a test", "-addext",
                "subjectAltName=\(names)",
            ], environment: Self.environment)
        running = try RunningProgram(
            path: "openssl",
            arguments: ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"]
                + options,
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin"])
        // It says where it listens: "ACCEPT 127.0.0.1:PORT".
        var line = try await running.line()
        while !line.isEmpty, !line.hasPrefix("ACCEPT ") { line = try await running.line() }
        guard let port = line.split(separator: ":").last, line.contains(":") else {
            throw DidNotCome("openssl s_server says \(line)")
        }
        address = "https://127.0.0.1:\(port)/"
    }

    deinit { running.kill(15) }
}
