import CarrierCore
import Foundation

/// Waits for the redirect on two roads at once: caught on loopback, or pasted on standard input. The first that is
/// right wins; after the attempt's life none can be.
struct RedirectRace: Sendable {
    let listener: LoopbackListener
    let authorizer: Authorizer
    let attempt: AuthorizationAttempt
    var life: Duration = .milliseconds(AuthorizationAttempt.life)
    var pasted: @Sendable () throws -> String = AuthorizeCommand.pastedAddress

    func run() async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask { try await takeCaught() }
            group.addTask { try await takePasted() }
            group.addTask { try await giveUpAfterLife() }
            while let isDone = try await group.next(), !isDone {}
            group.cancelAll()
        }
        // The reader of a terminal still waits for a line that nobody owes any more.
        TerminalMode.restore()
    }

    private func takeCaught() async throws -> Bool {
        do {
            for try await address in listener.addresses() {
                if try await isRight(address) { return true }
            }
            return true
        } catch let error as CarrierError {
            throw error
        } catch {
            if Task.isCancelled { return true }
            Output.remark(
                "carrier-editor: The redirect cannot be caught here (\(error)). Paste the address instead.")
            return false
        }
    }

    private func giveUpAfterLife() async throws -> Bool {
        try await Task.sleep(for: life)
        throw CarrierError(
            .signInNeeded, "Nobody signed in within ten minutes.", advice: "Start the sign-in again.")
    }

    /// A wrong address may come from anyone on this machine: it is told, and the wait goes on.
    private func isRight(_ address: String) async throws(CarrierError) -> Bool {
        do {
            _ = try await authorizer.complete(attempt, address: address)
            return true
        } catch {
            guard error.code == .invalid else { throw error }
            Output.complain(error)
            return false
        }
    }

    /// An input that ends with nothing in it leaves the wait to the listener.
    private func takePasted() async throws -> Bool {
        let (addresses, continuation) = AsyncThrowingStream.makeStream(of: String.self)
        Thread.detachNewThread {
            do {
                continuation.yield(try pasted())
                continuation.finish()
            } catch {
                continuation.finish(throwing: error)
            }
        }
        for try await address in addresses where !address.allSatisfy(\.isWhitespace) {
            _ = try await authorizer.complete(attempt, address: address)
            return true
        }
        return false
    }
}
