/// Renews many keys ahead of their time, a few at once at each of UPS's hosts, and goes on past a failure. A host that
/// has been asked too often is asked no further: what is left of its keys fails for the same reason.
public struct Renewals: Sendable {
    /// What came of one key.
    public struct Outcome: Sendable {
        /// As it was before.
        public let key: OwnedGrant
        /// Nil where the key was renewed; else why not, though its access token may still last.
        public let problem: CarrierError?
    }

    /// No more than the connections that libcurl keeps to a host: a call that waited for one would use up its time.
    public static let atOncePerHost = CurlClient.connectionsPerHost

    private let broker: TokenBroker
    private let atOnce: Int

    /// - Parameter atOnce: how many calls are under way at one host, at least 1.
    public init(broker: TokenBroker, atOncePerHost atOnce: Int = Self.atOncePerHost) {
        self.broker = broker
        self.atOnce = max(1, atOnce)
    }

    /// Renews each of these keys and delivers each outcome as it comes. No further key is begun once nobody reads the
    /// stream; what has begun is finished.
    ///
    /// - Parameter goesOn: asked before each key; once false, what has begun is still delivered.
    public func renew(
        _ keys: [OwnedGrant], while goesOn: @escaping @Sendable () async -> Bool = { true }
    ) -> AsyncStream<Outcome> {
        AsyncStream { continuation in
            let work = Task {
                // Test and Production are separate hosts.
                await withTaskGroup(of: Void.self) { hosts in
                    for endpoint in EndpointType.allCases {
                        hosts.addTask {
                            let keys = keys.filter { $0.grant.endpoint == endpoint }
                            await renewAtOneHost(keys, while: goesOn) { continuation.yield($0) }
                        }
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    private func renewAtOneHost(
        _ keys: [OwnedGrant], while goesOn: () async -> Bool, _ deliver: (Outcome) -> Void
    ) async {
        await withTaskGroup(of: Outcome.self) { group in
            var waiting = keys.makeIterator()
            func startNext() async {
                guard !Task.isCancelled, await goesOn(), let key = waiting.next() else { return }
                group.addTask { Outcome(key: key, problem: await problem(renewing: key)) }
            }
            for _ in 0..<atOnce { await startNext() }
            for await outcome in group {
                deliver(outcome)
                if let problem = outcome.problem, problem.isOfTooManyRequests {
                    while let key = waiting.next() { deliver(Outcome(key: key, problem: problem)) }
                }
                await startNext()
            }
        }
    }

    private func problem(renewing key: OwnedGrant) async -> CarrierError? {
        await broker.outcome(
            for: key.grant, named: key.ownerName, TokenBroker.Terms(refreshesAlways: true)
        ).problem
    }
}

extension CarrierError {
    fileprivate var isOfTooManyRequests: Bool { (underlying as? UPSError)?.cause == .tooManyRequests }
}
