import Foundation
import TestSupport

/// `token UPS` on a small file system of its own, to which a stage's store is copied, and back at its end.
final class FullDisk: Sendable {
    /// Whether this user may make one (unshare(1)).
    static let canBeMade =
        (try? Spawned.run(["unshare", "-rm", "mount", "-t", "tmpfs", "none", "/mnt"])) != nil

    private static let script = """
        mount -t tmpfs -o size=16m,mode=0700 none "$DISK"
        cp -a "$DATA"/. "$DISK"
        "$@" < /dev/null &
        read -r _
        cat /dev/zero > "$DISK/filler" 2> /dev/null || true
        echo full
        status=0
        wait $! || status=$?
        rm "$DISK/filler"
        cp -a "$DISK"/. "$DATA"
        exit $status
        """

    private let running: RunningProgram
    private let disk: TemporaryFolder

    init(for stage: RenewalStage) throws {
        disk = try TemporaryFolder()
        let store = URL(fileURLWithPath: stage.station.store)
        var environment = BuiltProgram(environment: stage.station.environment).environment
        environment["DISK"] = disk.path
        environment["DATA"] = store.deletingLastPathComponent().path
        environment["CARRIER_EDITOR_STORE"] = disk.file(store.lastPathComponent)
        running = try RunningProgram(
            path: "/usr/bin/unshare",
            arguments: ["-rm", "/bin/sh", "-ec", Self.script, "sh", try BuiltProgram.path, "token", "UPS"],
            environment: environment)
    }

    /// Fills it to its last byte.
    func fill() async throws {
        try running.send("fill\n")
        guard try await running.line() == "full" else { throw DidNotCome("no full disk") }
        try running.closeInput()
    }

    /// What the command came to.
    func result() async throws -> BuiltProgram.Result { try await running.result() }
}
