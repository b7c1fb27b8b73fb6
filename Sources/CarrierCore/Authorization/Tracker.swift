/// Tracks parcels with an adapter's key.
public struct Tracker: Sendable {
    private let store: Store
    private let broker: TokenBroker
    private let tracking: UPSTracking

    public init(store: Store, broker: TokenBroker, tracking: UPSTracking) {
        self.store = store
        self.broker = broker
        self.tracking = tracking
    }

    /// Asks UPS about one number.
    ///
    /// - Parameter endpoint: where, if not at the adapter's own endpoint type.
    ///
    /// Throws `.invalid` for what is no tracking number, `.setup` and `.signInNeeded` for an adapter that cannot call,
    /// `.refused` where UPS knows nothing of the number, `.unavailable` where UPS is unwell.
    public func track(
        _ number: String, with adapter: Adapter, endpoint: EndpointType? = nil
    ) async throws(CarrierError) -> TrackedShipment {
        let number = try UPSTracking.inquiryNumber(number)
        let key = try store.callingKey(of: adapter, endpoint: endpoint)
        return try await track(number, adapter, key)
    }

    /// Asks UPS about many numbers, `atOnce` at a time, and delivers each answer as it comes, with its place among
    /// `numbers`. The rest is not asked once nobody reads the stream; nor once UPS has been asked too often (429), which
    /// is then what each of the rest is answered with: asking on would only prolong it.
    ///
    /// Throws where no number could be asked for: as for one number, before the first is.
    public func track(
        _ numbers: [String], with adapter: Adapter, endpoint: EndpointType? = nil, atOnce: Int = 8
    ) async throws(CarrierError) -> AsyncStream<TrackingAnswer> {
        let key = try store.callingKey(of: adapter, endpoint: endpoint)
        _ = try await broker.token(for: key.owner, named: adapter.name, endpoint: key.endpoint)
        return AsyncStream { continuation in
            let work = Task {
                await withTaskGroup(of: TrackingAnswer.self) { group in
                    var waiting = numbers.enumerated().makeIterator()
                    func startNext() {
                        guard !Task.isCancelled, let (place, number) = waiting.next() else { return }
                        group.addTask { await answer(number, at: place, adapter, key) }
                    }
                    for _ in 0..<max(1, atOnce) { startNext() }
                    for await answer in group {
                        continuation.yield(answer)
                        if let refusal = answer.tooManyRequests {
                            while let (place, number) = waiting.next() {
                                let result = Result<TrackedShipment, CarrierError>.failure(refusal)
                                continuation.yield(
                                    TrackingAnswer(place: place, number: number, result: result))
                            }
                        }
                        startNext()
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    private func answer(_ number: String, at place: Int, _ adapter: Adapter, _ key: Grant) async
        -> TrackingAnswer
    {
        let result: Result<TrackedShipment, CarrierError>
        do throws(CarrierError) {
            result = .success(try await track(UPSTracking.inquiryNumber(number), adapter, key))
        } catch {
            result = .failure(error)
        }
        return TrackingAnswer(place: place, number: number, result: result)
    }

    private func track(_ number: String, _ adapter: Adapter, _ key: Grant) async throws(CarrierError)
        -> TrackedShipment
    {
        try await broker.call(with: key, named: adapter.name) { token throws(UPSError) in
            try await tracking.details(of: number, token: token, endpoint: key.endpoint)
        }
    }
}

/// What came of one of many numbers.
public struct TrackingAnswer: Sendable {
    /// Its place among the numbers asked for, from 0.
    public let place: Int
    /// As it was given.
    public let number: String
    public let result: Result<TrackedShipment, CarrierError>

    /// What UPS said, where it has been asked too often.
    fileprivate var tooManyRequests: CarrierError? {
        guard case .failure(let error) = result,
            (error.underlying as? UPSError)?.cause == .tooManyRequests
        else { return nil }
        return error
    }
}
