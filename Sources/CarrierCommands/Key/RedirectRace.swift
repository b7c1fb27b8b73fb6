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

    /// How a road has come to its end.
    private enum RoadEnd {
        case signedIn
        /// Nothing can be caught, and why.
        case closed(CarrierError)
        /// Standard input has ended with nothing in it.
        case inputOver
    }

    /// Throws why the sign-in came to nothing; at once where neither road is open any more.
    func run() async throws {
        try await withThrowingTaskGroup(of: RoadEnd.self) { group in
            group.addTask { try await takeCaught() }
            group.addTask { try await takePasted() }
            group.addTask { try await giveUpAfterLife() }
            var closed: CarrierError?
            var isInputOver = false
            waiting: while let end = try await group.next() {
                switch end {
                case .signedIn: break waiting
                case .closed(let error):
                    closed = error
                    Output.complain(error)
                case .inputOver: isInputOver = true
                }
                if let closed, isInputOver {
                    throw CarrierError(
                        closed.code, "Standard input has ended without an address, and none can be caught.",
                        advice:
                            "Free the redirect URI's port, or paste the address, and start the sign-in again."
                    )
                }
            }
            group.cancelAll()
        }
        // The reader of a terminal still waits for a line that nobody owes any more.
        TerminalMode.restore()
    }

    private func takeCaught() async throws(CarrierError) -> RoadEnd {
        for await caught in listener.addresses() {
            switch caught {
            case .success(let address): if try await isRight(address) { return .signedIn }
            case .failure(let error): return .closed(error)
            }
        }
        // The race is over.
        return .signedIn
    }

    /// A wrong address may come from anyone on this machine: it is told, and the wait goes on.
    private func isRight(_ address: String) async throws(CarrierError) -> Bool {
        do {
            _ = try await authorizer.complete(attempt, address: address, arrival: .caught)
            return true
        } catch {
            guard error.code == .invalid else { throw error }
            Output.complain(error)
            return false
        }
    }

    private func giveUpAfterLife() async throws -> RoadEnd {
        try await Task.sleep(for: life)
        throw CarrierError(
            .signInNeeded, "Nobody signed in within ten minutes.", advice: "Start the sign-in again.")
    }

    private func takePasted() async throws -> RoadEnd {
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
            return .signedIn
        }
        return .inputOver
    }
}
