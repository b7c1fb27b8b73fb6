import FoundationEssentials

/// Everything a running sandbox remembers, and its one step: a request in, an answer out.
struct Sandbox: Sendable {
    var address: String
    var server: AuthorizationServer
    var faults: [SandboxFault]
    /// How far `advanceClock` has moved the clock.
    var clockAdvance = Duration.zero
    var log: [SandboxCall] = []

    var configuration: SandboxConfiguration { server.configuration }
    var now: Date { configuration.clock() + Double(clockAdvance.components.seconds) }

    init(_ configuration: SandboxConfiguration) {
        address = "http://127.0.0.1:\(configuration.port)"
        server = AuthorizationServer(configuration)
        faults = configuration.faults
    }

    /// Answers, and logs the call.
    mutating func answer(_ request: Request) -> (Answer, SandboxCall) {
        let now = now
        let endpoint = SandboxEndpoint(path: request.path)
        let fault = endpoint.flatMap { nextFault(on: $0) }
        let refusal = fault?.answerInsteadOfWork
        var answer = refusal ?? work(on: request, for: endpoint, at: now)
        answer.delay = configuration.latency
        fault?.spoil(&answer)
        // FlyingFox sends no Date (RFC 9110 §6.6.1).
        answer.headers.append(("Date", HTTPDate.text(now + Double(fault?.dateSkew ?? 0))))
        let call = SandboxCall(
            endpoint: endpoint, method: request.method, path: request.path, status: answer.status,
            isCarriedOut: refusal == nil, time: now)
        log.append(call)
        return (answer, call)
    }

    private mutating func work(on request: Request, for endpoint: SandboxEndpoint?, at now: Date) -> Answer {
        do throws(Refusal) {
            guard let endpoint else { throw .unknownPath }
            guard endpoint.methods.contains(request.method) else { throw .wrongMethod }
            let signInPage = address + SandboxEndpoint.signInPath
            switch endpoint {
            case .validate: return try server.validateClient(request, signInPage: signInPage)
            case .authorize: return try server.authorize(request, signInPage: signInPage)
            case .signIn: return try SignIn.answer(request, server: &server, at: now)
            case .token: return try server.token(request, at: now)
            case .refresh: return try server.refresh(request, at: now)
            case .track:
                let application = try server.application(ofBearer: request, at: now)
                return try TrackingService.answer(request, for: application, at: now)
            }
        } catch {
            return Answer(error)
        }
    }

    private mutating func nextFault(on endpoint: SandboxEndpoint) -> SandboxFault? {
        guard let index = faults.firstIndex(where: { $0.endpoints.contains(endpoint) }) else { return nil }
        let fault = faults[index]
        if let times = fault.times {
            faults[index].times = times - 1
            if times <= 1 { faults.remove(at: index) }
        }
        return fault
    }
}
