import Foundation
import GRDB
import Glibc
import TestSupport
import Testing
import UPSSandbox

/// The steps between the intent and the token on standard output that `KilledRefreshTests` does not hold still.
@Suite("A renewal killed between its intent and its output", .serialized)
struct KilledStepTests {
    @Test(
        "With the intent written and no connection yet, the key is in doubt and saved",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func beforeConnection(_ rotation: RenewalStage.Rotation) async throws {
        let stage = try await RenewalStage(rotation)
        let full = try FullListener()
        let running = try stage.startToken(at: full.address)
        try await eventually { try await stage.hasIntent() ? true : nil }
        running.kill(SIGKILL)
        #expect(try await running.result().output.isEmpty)
        #expect(try await stage.state() == "uncertain")
        #expect(try await stage.checkKey(mayBeLost: false, "no connection") == .saved)
        #expect(await stage.sandbox.count(.refresh) == 1)
    }

    @Test(
        "With UPS's answer received and its commit held back, the key is in doubt",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func beforeCommit(_ rotation: RenewalStage.Rotation) async throws {
        let stage = try await RenewalStage(rotation)
        await stage.sandbox.holdAnswers()
        let running = try stage.startToken()
        try await eventually { await stage.sandbox.count(.refresh) == 1 ? true : nil }
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: stage.station.store, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        await stage.sandbox.releaseAnswers()
        // Each post has a connection of its own, which ends with its answer.
        try await eventually { try Connections.count(of: running.processIdentifier) == 0 ? true : nil }
        running.kill(SIGKILL)
        #expect(try await running.result().output.isEmpty)
        try await other.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        try other.close()
        #expect(try await stage.state() == "uncertain")
        let verdict = try await stage.checkKey(mayBeLost: rotation.mayLoseKeys, "commit held back")
        #expect(verdict == (rotation.mayLoseKeys ? .lost : .saved))
    }

    @Test(
        "With the new pair in a file beside the store and not committed, nothing is lost",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func besideTheStore(_ rotation: RenewalStage.Rotation) async throws {
        let stage = try await RenewalStage(rotation)
        let running = try await stage.startTokenOnFullDisk(room: 8192)
        try await eventually { try stage.keepsRecoveryFile() ? true : nil }
        running.kill(SIGKILL)
        #expect(try await running.result().output.isEmpty)
        #expect(try await stage.state() == "valid")
        #expect(try await stage.checkKey(mayBeLost: false, "beside the store") == .well)
        #expect(await stage.refusals() == 0)
        #expect(try !stage.keepsRecoveryFile())
    }

    @Test(
        "With the new pair committed and nothing printed, the key is well",
        arguments: [RenewalStage.strict, RenewalStage.lenient])
    func beforeOutput(_ rotation: RenewalStage.Rotation) async throws {
        let stage = try await RenewalStage(rotation)
        // A pipe holds 64 KiB (pipe(7)): what is printed after them waits for a reader.
        let filling = 65_536
        let running = try stage.startToken(by: "head -c \(filling) /dev/zero; exec \"$@\"")
        try await eventually {
            let generation: Int? = try await stage.stored("generation")
            return generation == 2 ? true : nil
        }
        running.kill(SIGKILL)
        // Reading makes room: not before its end.
        try await eventually { try Self.hasEnded(running.processIdentifier) ? true : nil }
        let printed = try await running.result().output.utf8.count
        #expect(printed == filling)
        #expect(try await stage.state() == "valid")
        #expect(try await stage.checkKey(mayBeLost: false, "committed") == .well)
        #expect(await stage.refusals() == 0)
    }

    private static func hasEnded(_ process: Int32) throws -> Bool {
        try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8).contains(") Z ")
    }
}

/// A port at which connections are begun and never stand: its queue is full and nobody takes from it.
private final class FullListener: Sendable {
    let address: String
    private let descriptors: [Int32]

    init() throws {
        let listener = Self.socket()
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        let length = socklen_t(MemoryLayout<sockaddr_in>.size)
        var waiting: [Int32] = []
        let isFull = withUnsafeMutablePointer(to: &place) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { place in
                var length = length
                guard bind(listener, place, length) == 0, listen(listener, 0) == 0,
                    getsockname(listener, place, &length) == 0
                else { return false }
                // One stands in the queue, the others wait for its place.
                for _ in 0..<4 {
                    let connection = Self.socket()
                    waiting.append(connection)
                    guard connect(connection, place, length) == 0 || errno == EINPROGRESS else {
                        return false
                    }
                }
                return true
            }
        }
        descriptors = [listener] + waiting
        address = "http://127.0.0.1:\(UInt16(bigEndian: place.sin_port))"
        guard isFull else { throw DidNotCome("no full port") }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }

    private static func socket() -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue)
        return Glibc.socket(AF_INET, kind, 0)
    }
}

/// The TCP connections that a process holds.
private enum Connections {
    static func count(of process: Int32) throws -> Int {
        let folder = "/proc/\(process)/fd"
        let sockets = try FileManager.default.contentsOfDirectory(atPath: folder).compactMap {
            // One that was closed meanwhile is none.
            try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\($0)")
        }
        let table = try String(contentsOfFile: "/proc/net/tcp", encoding: .utf8)
        return table.split(separator: "\n").dropFirst().count { line in
            let columns = line.split(separator: " ")
            return columns.count > 9 && sockets.contains("socket:[\(columns[9])]")
        }
    }
}
