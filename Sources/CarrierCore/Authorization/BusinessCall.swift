extension TokenBroker {
    /// Milliseconds for which a token that has just come is taken for as good as another: what refuses it refuses the
    /// next one, too.
    private static let newTokenAge: Int64 = 60_000

    /// Makes a business call with a valid token of the key. A 401 forces one refresh and one retry, never more, and none
    /// of a token that has just come: 250002 also means that the product is not added to the app. Of many calls that meet
    /// it at the same time one refreshes for all.
    ///
    /// Throws what `token` throws, `.refused` where UPS refuses this call, `.signInNeeded` where it refuses a token
    /// fresh from a refresh, `.unavailable` where it is unwell.
    func call<Answer: Sendable>(
        with key: Grant, named name: String, _ body: (Secret) async throws(UPSError) -> Answer
    ) async throws(CarrierError) -> Answer {
        let first = try await token(for: key.owner, named: name, endpoint: key.endpoint)
        do {
            return try await body(first.accessToken)
        } catch {
            let age = clock.now() - first.grant.receivedAt
            guard error.status == 401, first.grant.isRenewable, age >= Self.newTokenAge else {
                throw Self.explained(error)
            }
        }
        let second = try await replacement(for: first, named: name)
        do {
            return try await body(second.accessToken)
        } catch {
            throw Self.explained(error)
        }
    }

    /// A token that is newer than one which UPS has refused.
    private func replacement(for refused: Token, named name: String) async throws(CarrierError) -> Token {
        let outcome = try await renew(refused.grant, name: name, timeout: Terms().timeout)
        switch outcome {
        case .fresh: return refused
        case .refreshed(let grant): return try handOut(grant, outcome, name)
        case .transient(let error), .uncertain(let error), .signInNeeded(let error): throw error
        }
    }

    private static func explained(_ error: UPSError) -> CarrierError {
        error.explained(refusal: error.status == 401 ? .signInNeeded : .refused)
    }
}
