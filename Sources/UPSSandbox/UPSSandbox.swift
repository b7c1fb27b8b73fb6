import FlyingFox
import FlyingSocks
import FoundationEssentials

/// A UPS of our own on 127.0.0.1, plain HTTP: the OAuth endpoints, the sign-in pages and tracking.
///
/// One sandbox is one environment, see `SandboxConfiguration`. What it remembers survives `stop`,
/// and the next `start` is at the same port, so that the two make an outage.
public actor UPSSandbox {
    private var sandbox: Sandbox
    /// What was asked for; once it has listened, where it did.
    private var port: UInt16
    private var listener: (server: HTTPServer, running: Task<Void, any Error>)?
    private var followers: [UUID: AsyncStream<SandboxCall>.Continuation] = [:]
    /// Answers that wait to be let go; nil while none is held.
    private var held: [CheckedContinuation<Void, Never>]?

    /// A sandbox that does not listen yet.
    public init(_ configuration: SandboxConfiguration = SandboxConfiguration()) {
        sandbox = Sandbox(configuration)
        port = configuration.port
    }

    /// Starts to listen, and returns the port. Once at a time: `stop` comes before another `start`.
    /// - Throws: `SandboxError` if the port is taken, by this sandbox too.
    @discardableResult
    public func start() async throws -> UInt16 {
        guard listener == nil else {
            throw SandboxError(
                "The UPS sandbox listens already.", advice: "Stop it before starting it again.")
        }
        let port = port
        let server = HTTPServer(
            config: HTTPServer.Configuration(
                address: try .inet(ip4: "127.0.0.1", port: port),
                timeout: 86_400,  // a slow fault may take its time
                logger: .disabled),
            handler: FrontDoor { [weak self] in await self?.deliver($0) ?? Answer(.unknownPath) })
        let listening = Task { try await server.waitUntilListening() }
        let running = Task {
            do {
                try await server.run()
            } catch {
                listening.cancel()
                throw error
            }
        }
        listener = (server, running)
        guard case .success = await listening.result, case .ip4(_, let chosen) = await server.listeningAddress
        else {
            listener = nil
            running.cancel()
            var cause: (any Error)?
            if case .failure(let error) = await running.result { cause = error }
            throw SandboxError(
                "The UPS sandbox could not listen on port \(port).",
                advice: "Choose another port, or 0 for a free one.", underlying: cause)
        }
        self.port = chosen
        ListeningSocket.keepFromChildren(port: chosen)
        sandbox.address = "http://127.0.0.1:\(chosen)"
        return chosen
    }

    /// Closes the port and all connections.
    public func stop() async {
        guard let (server, running) = listener else { return }
        listener = nil
        releaseAnswers()
        await server.stop()
        _ = await running.result  // a server that was told to stop ends with an error
    }

    /// The base address, such as `http://127.0.0.1:49152`, without a slash at the end.
    public var address: String { sandbox.address }

    /// The calls so far, oldest first.
    public var log: [SandboxCall] { sandbox.log }

    /// How many calls an endpoint has had.
    public func count(_ endpoint: SandboxEndpoint) -> Int { log.count { $0.endpoint == endpoint } }

    /// The calls so far and those to come, for waiting until one has arrived. A call is logged when its work
    /// is done, before any delay.
    public func calls() -> AsyncStream<SandboxCall> {
        let (stream, continuation) = AsyncStream.makeStream(of: SandboxCall.self)
        let id = UUID()
        continuation.onTermination = { [weak self] _ in
            Task { await self?.forgetFollower(id) }
        }
        for call in sandbox.log { continuation.yield(call) }
        followers[id] = continuation
        return stream
    }

    /// Adds a fault behind those already set; the first that fits a call strikes.
    public func setFault(_ fault: SandboxFault) { sandbox.faults.append(fault) }

    /// Takes all faults back.
    public func clearFaults() { sandbox.faults = [] }

    /// From now on work is done and its answer held until `releaseAnswers`.
    public func holdAnswers() { held = held ?? [] }

    /// Lets the held answers go, and holds none from now on.
    public func releaseAnswers() {
        let waiting = held ?? []
        held = nil
        for answer in waiting { answer.resume() }
    }

    /// Does what a person does with an authorize address: opens it, signs in, agrees. Both steps are logged.
    /// Returns the redirect address with the code; nil where UPS would not have redirected.
    public func signIn(
        at authorizeAddress: String, as user: SandboxConfiguration.User = .demo
    ) -> String? {
        guard let query = authorizeAddress.split(separator: "?", maxSplits: 1).last else { return nil }
        let asked = Form(encoded: String(query))
        let page = answer(Request(method: "GET", path: SandboxEndpoint.authorizePath, query: asked))
        guard page.status == 302 else { return nil }
        let consent = Form([("username", user.name), ("password", user.password), ("agree", "on")])
        let outcome = answer(
            Request(
                method: "POST", path: SandboxEndpoint.signInPath, query: asked,
                headers: ["content-type": "application/x-www-form-urlencoded"], body: consent.encoded))
        return outcome.headers.first { $0.name == "Location" }?.value
    }

    /// Seconds that access tokens issued from now on live.
    public func setAccessTokenLifetime(_ seconds: Int) {
        sandbox.server.configuration.accessTokenLifetime = seconds
    }

    /// Voids the grants and codes of a user at once, as a changed UPS.com password does.
    public func revokeGrants(ofUser user: String) { sandbox.server.revokeGrants(ofUser: user) }

    /// Moves the clock on by whole seconds.
    public func advanceClock(by duration: Duration) { sandbox.clockAdvance += duration }

    private func deliver(_ request: Request) async -> Answer {
        let answer = answer(request)
        if held != nil { await withCheckedContinuation { held?.append($0) } }
        return answer
    }

    private func answer(_ request: Request) -> Answer {
        if sandbox.configuration.administration, request.path.hasPrefix(Administration.path) {
            return Administration.answer(request, sandbox: &sandbox)
        }
        let (answer, call) = sandbox.answer(request)
        for follower in followers.values { follower.yield(call) }
        return answer
    }

    private func forgetFollower(_ id: UUID) { followers[id] = nil }
}
