internal import Foundation
internal import GRDB

/// What came of a sign-in to this program.
public enum SignInResult: Sendable, Equatable {
    case accepted(User)
    /// The name or the password is wrong; which one is not said. The next attempt is looked at after so long.
    case refused(waitMilliseconds: Int64)
}

extension Store {
    /// Checks a name and a password, at the same cost whether the user exists or not.
    ///
    /// Each failure doubles the time until the next attempt on that name is looked at (1 s to 5 min). The
    /// count is in the store, and is raised before the check, so that neither a restart nor many processes
    /// at once get around it.
    public func authenticate(name: String, password: Secret) throws(CarrierError) -> SignInResult {
        let fingerprint = Data(try vault().fingerprint(of: name.trimmed().lowercased()))
        if !isReadOnly, let wait = try claimAttempt(fingerprint) { return .refused(waitMilliseconds: wait) }
        let user = try read { try Self.user($0, named: name) }
        let isRight = try isRight(password, for: user)
        guard let user, isRight, !user.isDisabled else { return try refuse(user, fingerprint) }
        if !isReadOnly {
            try write { db in
                try db.execute(sql: "DELETE FROM signInDelay WHERE name = ?", arguments: [fingerprint])
                try audit(db, actor: user.name, action: "signed in", subject: "user \(user.name)")
            }
        }
        return .accepted(user)
    }

    /// Counts the attempt as failed until it has succeeded.
    ///
    /// - Returns: how long to wait when it comes too early; the attempt is not counted then.
    private func claimAttempt(_ name: Data) throws(CarrierError) -> Int64? {
        try write { db in
            let now = clock.now()
            try db.execute(
                sql: "DELETE FROM signInDelay WHERE until < ?", arguments: [now - SignInDelay.forgottenAfter])
            let row = try Row.fetchOne(
                db, sql: "SELECT failures, until FROM signInDelay WHERE name = ?", arguments: [name])
            if let until: Int64 = row?["until"], until > now {
                // A clock that was set back must not lock anyone out for longer than the longest delay.
                return min(until - now, SignInDelay.longest)
            }
            let failures: Int64 = (row?["failures"] ?? 0) + 1
            try db.execute(
                sql: "INSERT OR REPLACE INTO signInDelay (name, failures, until) VALUES (?, ?, ?)",
                arguments: [name, failures, now + SignInDelay.after(failures)])
            return nil
        }
    }

    private func isRight(_ password: Secret, for user: User?) throws(CarrierError) -> Bool {
        guard let user, let id = user.id,
            let hash = try secret(table: "user", id: id, column: "passwordHash")
        else {
            // As long as a real check takes; a user without a password signs in with an empty one.
            _ = try mapped { try Argon2.hash(password) }
            return user.map { !$0.hasPassword && password.isEmpty } ?? false
        }
        return try mapped { try Argon2.verify(password, against: hash) }
    }

    private func refuse(_ user: User?, _ name: Data) throws(CarrierError) -> SignInResult {
        guard !isReadOnly else { return .refused(waitMilliseconds: 0) }
        return try write { db in
            // What was typed as a name may be a password: only a known name is recorded.
            try audit(
                db, actor: user?.name ?? "unknown", action: "sign-in refused",
                subject: user.map { "user \($0.name)" } ?? "user unknown")
            let until = try Int64.fetchOne(
                db, sql: "SELECT until FROM signInDelay WHERE name = ?", arguments: [name])
            return .refused(waitMilliseconds: max(0, (until ?? 0) - clock.now()))
        }
    }
}

/// How long an attempt waits after so many failures; milliseconds.
enum SignInDelay {
    static let longest: Int64 = 300_000
    /// A delay that ran out a day ago is forgotten, and its count with it.
    static let forgottenAfter: Int64 = 86_400_000

    static func after(_ failures: Int64) -> Int64 {
        failures > 9 ? longest : min(longest, 1000 << (failures - 1))
    }
}
