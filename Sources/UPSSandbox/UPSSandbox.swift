import FlyingFox
import FlyingSocks
import FoundationEssentials
import Synchronization

/// A UPS of our own on 127.0.0.1, plain HTTP: the OAuth endpoints, the sign-in pages and tracking.
///
/// One sandbox is one environment, see `SandboxConfiguration`. What it remembers survives `stop`, so that stopping
/// and starting is an outage.
public final class UPSSandbox: Sendable {
    private let sandbox: Mutex<Sandbox>
    private let followers = Mutex<[UUID: AsyncStream<SandboxCall>.Continuation]>([:])
    private let listener = Mutex<(server: HTTPServer, running: Task<Void, any Error>)?>(nil)

    public init(_ configuration: SandboxConfiguration = SandboxConfiguration()) {
        sandbox = Mutex(Sandbox(configuration))
    }

    /// Starts to listen, and returns the port. Once at a time: `stop` comes before another `start`.
    /// - Throws: `SandboxError` if the port is taken, by this sandbox too.
    @discardableResult
    public func start() async throws -> UInt16 {
        guard listener.withLock({ $0 == nil }) else {
            throw SandboxError("The UPS sandbox listens already.", advice: "Stop it before starting it again.")
        }
        let port = sandbox.withLock { $0.configuration.port }
        let server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try .inet(ip4: "127.0.0.1", port: port),
                timeout: 86_400,  // a slow fault may take its time
                logger: .disabled),
            handler: FrontDoor { [weak self] in self?.answer($0) ?? Answer(.unknownPath) })
        let listening = Task { try await server.waitUntilListening() }
        let running = Task {
            do {
                try await server.run()
            } catch {
                listening.cancel()
                throw error
            }
        }
        do {
            try await listening.value
        } catch {
            throw SandboxError(
                "The UPS sandbox could not listen on port \(port).", advice: "Choose another port, or 0 for a free one.",
                underlying: error)
        }
        guard case .ip4(_, let chosen) = await server.listeningAddress else {
            throw SandboxError("The UPS sandbox stopped as it started.", advice: "Start it again.")
        }
        listener.withLock { $0 = (server, running) }
        sandbox.withLock { $0.address = "http://127.0.0.1:\(chosen)" }
        return chosen
    }

    /// Closes the port and all connections.
    public func stop() async {
        let running = listener.withLock { listener in
            defer { listener = nil }
            return listener
        }
        await running?.server.stop()
        _ = await running?.running.result  // a server that was told to stop ends with an error
    }

    /// The base address, such as `http://127.0.0.1:49152`, without a slash at the end.
    public var address: String { sandbox.withLock { $0.address } }

    /// The calls so far, oldest first.
    public var log: [SandboxCall] { sandbox.withLock { $0.log } }

    /// How many calls an endpoint has had.
    public func count(_ endpoint: SandboxEndpoint) -> Int { log.count { $0.endpoint == endpoint } }

    /// The calls so far and those to come, for waiting until one has arrived. A call is logged when its work is
    /// done, before any delay.
    public func calls() -> AsyncStream<SandboxCall> {
        let (stream, continuation) = AsyncStream.makeStream(of: SandboxCall.self)
        let id = UUID()
        continuation.onTermination = { [weak self] _ in
            self?.followers.withLock { $0[id] = nil }
        }
        sandbox.withLock { sandbox in
            for call in sandbox.log { continuation.yield(call) }
            followers.withLock { $0[id] = continuation }
        }
        return stream
    }

    /// Adds a fault behind those already set; the first that fits a call strikes.
    public func setFault(_ fault: SandboxFault) { sandbox.withLock { $0.faults.append(fault) } }

    public func clearFaults() { sandbox.withLock { $0.faults = [] } }

    /// Voids the grants and codes of a user at once, as a changed UPS.com password does.
    public func revokeGrants(ofUser user: String) { sandbox.withLock { $0.server.revokeGrants(ofUser: user) } }

    /// Moves the clock on by whole seconds.
    public func advanceClock(by duration: Duration) { sandbox.withLock { $0.clockAdvance += duration } }

    private func answer(_ request: Request) -> Answer {
        sandbox.withLock { sandbox in
            let known = sandbox.log.count
            let answer = sandbox.answer(request)
            if sandbox.log.count > known, let call = sandbox.log.last {
                followers.withLock { for follower in $0.values { follower.yield(call) } }
            }
            return answer
        }
    }
}
