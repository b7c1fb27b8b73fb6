internal import Dispatch
internal import TerminalKit

/// Runs what blocks, as a write that waits for another process or Argon2 does, off the thread that owns the screen, and
/// off the few that Swift's tasks share: there it would hold up clocks and answers.
func inBackground<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { @Sendable in continuation.resume(with: Result { try work() }) }
    }
}

extension Desk {
    /// Does blocking work; when it takes longer than a moment, a window says what is waited for.
    func working<Value: Sendable>(
        _ purpose: String, _ work: @escaping @Sendable () throws -> Value
    ) async throws -> Value {
        pendingWork += 1
        let notice = Task {
            try await program.sleep(for: .milliseconds(300))
            let window = Window("Please wait") { Spinner(purpose) }
            window.isClosable = false
            await program.present(window)
        }
        defer {
            notice.cancel()
            pendingWork -= 1
        }
        return try await inBackground(work)
    }
}
