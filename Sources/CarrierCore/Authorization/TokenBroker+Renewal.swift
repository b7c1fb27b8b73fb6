extension TokenBroker {
    private static let tries = 3
    private static let leaseRenewal: Int64 = 10_000

    /// Renews a key, or waits for the process that does.
    func renew(_ seen: Grant, name: String, timeout: Int64) async throws(CarrierError) -> TokenOutcome {
        let holder = LeaseHolder.current()
        // By a clock that nobody sets.
        let deadline = pauses.uptime() + timeout
        var wait: Int64 = 20
        var failuresBefore: Int64?
        while true {
            if let ended = try endedError(seen) { return .signInNeeded(ended) }
            let turn = try await GracefulShutdown.heldBack { () throws(CarrierError) in
                try await takeTurn(
                    for: seen, holder, waitingSince: failuresBefore, name: name, deadline: deadline)
            }
            switch turn {
            case .ended(let outcome):
                return outcome
            case .resting(let rest):
                guard pauses.uptime() + rest < deadline else {
                    return .transient(KeySentences.resting(name, seen.endpoint, milliseconds: rest))
                }
                try await pauses.wait(rest)
            case .held(let failures):
                failuresBefore = failuresBefore ?? failures
                guard pauses.uptime() < deadline else { throw KeySentences.held(name, seen.endpoint) }
                try await pauses.wait(min(wait, max(1, deadline - pauses.uptime())))
                wait = min(wait * 2, 250)
            }
        }
    }

    /// What came of asking for the key's turn.
    private enum TurnEnd: Sendable {
        case ended(TokenOutcome)
        /// Another process has it, and had so many failures before; nil where it has taken it from this one.
        case held(failures: Int64?)
        /// UPS is not to be asked for so many milliseconds.
        case resting(Int64)
    }

    private func takeTurn(
        for seen: Grant, _ holder: LeaseHolder, waitingSince failures: Int64?, name: String, deadline: Int64
    ) async throws(CarrierError) -> TurnEnd {
        switch try store.requestTurn(for: seen, holder: holder, waitingSince: failures) {
        case .taken(let turn):
            // What has begun is ended even if the caller goes: a refresh token works once.
            let outcome = try await Task { () async -> Result<TokenOutcome?, CarrierError> in
                do throws(CarrierError) {
                    return .success(try await work(turn, name: name, deadline: deadline))
                } catch {
                    return .failure(error)
                }
            }.value.get()
            return outcome.map { .ended($0) } ?? .held(failures: nil)
        case .renewed(let grant):
            if grant.condition == .refused {
                return .ended(.signInNeeded(KeySentences.refused(name, grant)))
            }
            return .ended(.refreshed(grant))
        case .spent(let grant):
            let error =
                grant.condition == .uncertain
                ? KeySentences.interrupted(name, grant.endpoint)
                : KeySentences.refused(name, grant)
            return .ended(.signInNeeded(error))
        case .deleted:
            return .ended(.signInNeeded(KeySentences.noKey(name, seen.endpoint)))
        case .resting(let rest):
            return .resting(rest)
        case .held(let failures):
            return .held(failures: failures)
        case .failed(let error):
            return .ended(.transient(error))
        }
    }

    /// A refresh token past its end is not sent: UPS would only refuse it. Another may have come since it was looked at.
    private func endedError(_ seen: Grant) throws(CarrierError) -> CarrierError? {
        guard let expiry = seen.expiry, clock.now() >= expiry,
            try store.grant(of: seen.owner, endpoint: seen.endpoint)?.generation == seen.generation
        else { return nil }
        return KeySentences.expired()
    }

    /// Asks UPS, up to three times while it is only unwell, and writes down what came of it; nil where the turn was lost
    /// before a try or during it.
    private func work(_ turn: RefreshTurn, name: String, deadline: Int64) async throws(CarrierError)
        -> TokenOutcome?
    {
        let keepingLease = Task { await keepLease(turn) }
        defer {
            keepingLease.cancel()
            turn.reserve?.release()
        }
        var attempt = 1
        while true {
            // The token that this turn holds may be spent by now, and must not be sent again.
            guard try store.extendLease(turn) else { return nil }
            let answer: TokenAnswer
            do {
                answer = try await ask(turn)
            } catch {
                guard let pause = pauseAfter(error, attempt: attempt, deadline: deadline),
                    await isThrough(pause)
                else { return try settled(error, turn, name: name, isLastTry: attempt == Self.tries) }
                attempt += 1
                continue
            }
            return try await stored(answer, turn, name: name)
        }
    }

    /// Until it is cancelled.
    private func keepLease(_ turn: RefreshTurn) async {
        do throws(CarrierError) {
            while true {
                try await pauses.wait(Self.leaseRenewal)
                // A store that is busy now is asked again in time: a lease outlives eight of these pauses.
                _ = try? store.extendLease(turn)
            }
        } catch {
            // Only its cancelling ends the wait.
        }
    }

    /// How long to wait before the next try; nil when there is none.
    private func pauseAfter(_ error: UPSError, attempt: Int, deadline: Int64) -> Int64? {
        guard error.isTransient, !error.leavesUncertain, attempt < Self.tries,
            !GracefulShutdown.isRequested
        else { return nil }
        let pause = pauses.backoff(attempt: attempt, retryAfter: error.retryAfter)
        return pauses.uptime() + pause < deadline ? pause : nil
    }

    /// Waits between two tries; false where the program is asked to end meanwhile.
    private func isThrough(_ pause: Int64) async -> Bool {
        await withTaskGroup(of: Void.self) { group in
            // Nothing but the other's end cancels either.
            group.addTask { try? await pauses.wait(pause) }
            group.addTask { await GracefulShutdown.whenRequested() }
            await group.next()
            group.cancelAll()
        }
        return !GracefulShutdown.isRequested
    }

    /// Writes down what the last error means for the key; nil where that is another's to say by now.
    ///
    /// - Parameter isLastTry: whether as many tries have been made as there may be, so that nobody who waits need make
    ///   his own.
    private func settled(
        _ error: UPSError, _ turn: RefreshTurn, name: String, isLastTry: Bool
    ) throws(CarrierError) -> TokenOutcome? {
        let endpoint = turn.grant.endpoint
        if error.leavesUncertain && turn.refreshToken != nil {
            guard try store.markUncertain(turn, reason: error.message ?? "") else { return nil }
            return .uncertain(
                turn.isRetry
                    ? KeySentences.interrupted(name, endpoint)
                    : KeySentences.answerLost(name, endpoint, underlying: error))
        }
        // 400 or 401 from UPS condemns the key, but for one that another process has renewed meanwhile.
        if error.condemnsKey {
            guard try store.markRefused(turn, reason: error.code ?? "") else { return nil }
            return .signInNeeded(KeySentences.refused(name, turn.grant, underlying: error))
        }
        let failure = error.explained(refusal: .refused)
        try store.abandon(
            turn, rest: error.retryAfter, failure: isLastTry || !error.isTransient ? failure : nil)
        return .transient(failure)
    }

    private func ask(_ turn: RefreshTurn) async throws(UPSError) -> TokenAnswer {
        if let refreshToken = turn.refreshToken {
            return try await oauth.refresh(refreshToken, client: turn.client, endpoint: turn.grant.endpoint)
        }
        return try await oauth.clientCredentials(turn.client, endpoint: turn.grant.endpoint)
    }

    /// Commits the new pair. While the store does not take it, it is kept in a file beside it, and tried again.
    private func stored(_ answer: TokenAnswer, _ turn: RefreshTurn, name: String) async throws(CarrierError)
        -> TokenOutcome
    {
        var isSpilled = false
        var attempt = 1
        while true {
            do throws(CarrierError) {
                guard let grant = try store.commit(answer, turn) else {
                    return .signInNeeded(KeySentences.noKey(name, turn.grant.endpoint))
                }
                return .refreshed(grant)
            } catch {
                if !isSpilled { isSpilled = spill(answer, turn) }
                guard attempt < Pauses.commits else {
                    throw KeySentences.notStored(name, turn.grant.endpoint, isKept: isSpilled, because: error)
                }
                try await pauses.wait(pauses.backoff(attempt: attempt, retryAfter: nil))
                attempt += 1
            }
        }
    }

    /// Whether the pair is in a file. A disk that fails, and is not only full, may fail the file as well; then there is
    /// nothing left but to try both again.
    private func spill(_ answer: TokenAnswer, _ turn: RefreshTurn) -> Bool {
        do throws(CarrierError) {
            return try store.spill(answer, turn)
        } catch {
            return false
        }
    }
}
