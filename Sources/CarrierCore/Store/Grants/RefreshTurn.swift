import Foundation
import GRDB

/// The right to renew one key, taken by compare-and-swap on its row and held while UPS is asked.
struct RefreshTurn: Sendable {
    let grant: Grant
    let holder: LeaseHolder
    let client: OAuthClient
    let refreshToken: Secret?
    /// The one further try that a lost answer leaves.
    let isRetry: Bool
    /// Where a new pair is kept that the store does not take; nil where there is no refresh token to lose.
    let reserve: RecoveryReserve?

    /// How long UPS can have asked to wait, in milliseconds; what is longer was written by a clock that was wrong.
    fileprivate static let rests: ClosedRange<Int64> = 1...3_600_000

    /// What asking for a turn can find.
    enum Request: Sendable {
        case taken(RefreshTurn)
        /// Another process is at it; so many renewals of the key have been given up by now.
        case held(failures: Int64)
        /// Whoever was at it has given up, for this reason.
        case failed(CarrierError)
        /// UPS wants no request for so many milliseconds.
        case resting(Int64)
        /// Renewed by another since the caller looked.
        case renewed(Grant)
        /// UPS has refused it, or its one retry after a lost answer is used up.
        case spent(Grant)
        case deleted
    }
}

extension Store {
    /// Asks for the right to renew `seen`, and writes down the intent to do so, in one transaction: a store that cannot
    /// take the intent, or beside which there is no room for a pair of tokens, could not take UPS's answer either, so
    /// nothing is sent.
    ///
    /// - Parameter failures: what the caller was told when it found the key held for the first time; nil where it has not
    ///   waited for anybody. Of those who waited none asks UPS for what has just failed.
    func requestTurn(
        for seen: Grant, holder: LeaseHolder, waitingSince failures: Int64? = nil
    ) throws(CarrierError) -> RefreshTurn.Request {
        let vault = try vault()
        let request: RefreshTurn.Request
        var reserve: RecoveryReserve?
        do throws(CarrierError) {
            request = try write { db in
                let now = clock.now()
                let sql = "SELECT *, \(Grant.columns) FROM keyGrant WHERE id = ?"
                guard let row = try Row.fetchOne(db, sql: sql, arguments: [seen.id]) else { return .deleted }
                let grant = try Grant(row: row, at: now)
                if grant.generation != seen.generation { return .renewed(grant) }
                let secrets = GrantSecrets(vault: vault, row: grant.id)
                if let answer = try spilled(row, grant, secrets) {
                    try TokenColumns.renew(db, grant, with: answer, secrets)
                    return .renewed(try Grant.fetch(db, id: grant.id, at: now) ?? grant)
                }
                if grant.condition == .refused { return .spent(grant) }
                if let failures, let failure = RenewalFailure(row: row, after: failures) {
                    return .failed(failure.error)
                }
                if let lease = Lease(row: row), lease.isHeld(seenFrom: holder, at: now) {
                    if lease.isTooLong(at: now) {
                        try db.execute(
                            sql: "UPDATE keyGrant SET leaseUntil = ? WHERE id = ?",
                            arguments: [now + Lease.life, grant.id])
                    }
                    return .held(failures: row["failures"])
                }
                if let notBefore = row["notBefore"] as Int64?, RefreshTurn.rests.contains(notBefore - now) {
                    return .resting(notBefore - now)
                }
                // An intent without its end: the holder died, or its answer was lost. Client credentials ask again freely.
                let isRetry = row["intent"] != nil && grant.method != .customerClientCredentials
                if isRetry && (row["intentRetries"] as Int) > 0 {
                    try db.execute(
                        sql: """
                            UPDATE keyGrant SET condition = 'uncertain', conditionAt = coalesce(conditionAt, ?) WHERE id = ?
                            """, arguments: [now, grant.id])
                    return .spent(try Grant.fetch(db, id: grant.id, at: now) ?? grant)
                }
                try db.execute(
                    sql: """
                        UPDATE keyGrant SET \(Lease.assignments), intent = ?, intentAt = ?, intentRetries = ? WHERE id = ?
                        """,
                    arguments: Lease.values(holder, at: now) + [holder.nonce, now, isRetry ? 1 : 0, grant.id])
                let client = OAuthClient(
                    id: grant.clientID, secret: try secrets.open(row["clientSecret"], column: "clientSecret"))
                let refreshToken = try secrets.open(row["refreshToken"], column: "refreshToken")
                reserve = try refreshToken.map {
                    try RecoveryReserve(for: recoveryFile(of: grant), spent: $0, vault: vault)
                }
                return .taken(
                    RefreshTurn(
                        grant: grant, holder: holder, client: client, refreshToken: refreshToken,
                        isRetry: isRetry, reserve: reserve))
            }
        } catch {
            reserve?.release()
            throw error
        }
        // In the store now, if it had been kept beside it; what stays is removed when the store is opened again.
        if case .renewed = request { try? recoveryFile(of: seen).remove() }
        return request
    }

    /// - Returns: whether the turn is still ours: a process that was stopped for longer than the lease lasts has lost it.
    func extendLease(_ turn: RefreshTurn) throws(CarrierError) -> Bool {
        let now = clock.now()
        return try write { db in
            try db.execute(
                sql: "UPDATE keyGrant SET \(Lease.assignments) \(RefreshTurn.isOurs)",
                arguments: Lease.values(turn.holder, at: now) + turn.ours)
            return db.changesCount > 0
        }
    }

    /// Stores the new pair before anyone sees it. A newer generation (a sign-in made meanwhile) is never overwritten:
    /// what stands in the row afterwards is returned.
    func commit(_ answer: TokenAnswer, _ turn: RefreshTurn) throws(CarrierError) -> Grant? {
        let vault = try vault()
        let grant = try write { db in
            try TokenColumns.renew(
                db, turn.grant, with: answer, GrantSecrets(vault: vault, row: turn.grant.id))
            return try Grant.fetch(db, id: turn.grant.id, at: clock.now())
        }
        // Overtaken now; what stays is removed when the store is opened again.
        try? turn.reserve?.discard()
        return grant
    }

    /// The token was not spent: as if nothing had been asked. Where an earlier answer was lost, it stays lost, with its
    /// one retry still to come.
    ///
    /// - Parameters:
    ///   - rest: the seconds for which UPS wants no further request; nil where it has not said.
    ///   - failure: what those who wait for this turn are to fail for, too; nil where they may find better.
    func abandon(_ turn: RefreshTurn, rest: Int?, failure: CarrierError?) throws(CarrierError) {
        let notBefore = rest.map { clock.now() + Int64($0) * 1000 }
        try write { db in
            if let failure {
                try db.execute(
                    sql: "UPDATE keyGrant SET \(RenewalFailure.assignments) \(RefreshTurn.isOurs)",
                    arguments: RenewalFailure.values(failure) + turn.ours)
            }
            try db.execute(
                sql: turn.isRetry
                    ? """
                    UPDATE keyGrant SET notBefore = ?, \(Lease.ended), intentRetries = 0, condition = 'uncertain',
                        conditionAt = coalesce(conditionAt, intentAt)
                    \(RefreshTurn.isOurs)
                    """
                    : """
                    UPDATE keyGrant SET notBefore = ?, \(Lease.ended), intentRetries = 0, intent = NULL, intentAt = NULL
                    \(RefreshTurn.isOurs)
                    """,
                arguments: [notBefore] + turn.ours)
        }
    }

    /// The answer was lost: the refresh token may have been spent.
    ///
    /// - Returns: false where the turn is no longer ours; then the row is another's to judge, and stays.
    func markUncertain(_ turn: RefreshTurn, reason: String) throws(CarrierError) -> Bool {
        let now = clock.now()
        return try write { db in
            try db.execute(
                sql: """
                    UPDATE keyGrant SET condition = 'uncertain', conditionAt = ?, conditionReason = ?, \(Lease.ended)
                    \(RefreshTurn.isOurs)
                    """, arguments: [now, reason] + turn.ours)
            return db.changesCount > 0
        }
    }

    /// UPS refused the refresh token. The sealed token stays.
    ///
    /// - Returns: false where the turn is no longer ours; then the row is another's to judge, and stays.
    func markRefused(_ turn: RefreshTurn, reason: String) throws(CarrierError) -> Bool {
        let now = clock.now()
        return try write { db in
            try db.execute(
                sql: """
                    UPDATE keyGrant SET condition = 'refused', conditionAt = ?, conditionReason = ?, intent = NULL,
                        intentAt = NULL, intentRetries = 0, \(Lease.ended)
                    \(RefreshTurn.isOurs)
                    """, arguments: [now, reason] + turn.ours)
            guard db.changesCount > 0 else { return false }
            if turn.grant.owner.kind == .adapter {
                try db.requireMaintenance(adapterID: turn.grant.owner.id)
            }
            return true
        }
    }
}

extension RefreshTurn {
    /// The row, while the turn lasts: a newer pair, a new sign-in or another holder ends it.
    fileprivate static let isOurs = "WHERE id = ? AND generation = ? AND leaseHolder = ?"

    fileprivate var ours: StatementArguments { [grant.id, grant.generation, holder.text] }
}
