internal import GRDB

extension Store {
    /// Every adapter, by name.
    public func adapters() throws(CarrierError) -> [Adapter] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM adapter ORDER BY name COLLATE NOCASE")
                .map { try Self.adapter(db, $0) }
        }
    }

    /// - Throws: `.setup` when there is no such adapter.
    public func adapter(named name: String) throws(CarrierError) -> Adapter {
        try read { try findAdapter($0, name) }
    }

    /// Stores an adapter's configuration and the shipper accounts it serves, in one transaction; a change makes
    /// maintenance necessary. An endpoint that is nil leaves the one that the first authorization has set; of a number
    /// that several carriers have, the first carrier's account is served.
    ///
    /// - Parameter seen: the adapter as it was when the changes were made; nil for any.
    /// - Throws: `.invalid` for a broken rule, `.setup` when there is no such adapter or account, `.busy` when the
    ///   adapter is not as seen any more.
    public func save(
        _ adapter: Adapter, insteadOf seen: Adapter? = nil, customerSecret: SecretChange = .keep,
        by actor: String
    ) throws(CarrierError) {
        try prepare(customerSecret)
        try write { db in
            if let seen { try requireUnchanged(try findAdapter(db, adapter.name), since: seen) }
            try save(db, adapter, customerSecret: customerSecret, by: actor)
            try saveShippers(db, of: adapter, by: actor)
        }
    }

    /// What maintenance has found meanwhile is no change.
    private func requireUnchanged(_ current: Adapter, since seen: Adapter) throws {
        var current = current
        current.maintenance = seen.maintenance
        guard current == seen else {
            throw CarrierError(
                .busy, subject: "version", "\(current.name) was changed meanwhile.",
                advice: "Look at what it is now, and make the change again.")
        }
    }

    private func saveShippers(_ db: Database, of adapter: Adapter, by actor: String) throws {
        let found = try findAdapter(db, adapter.name)
        let (old, new) = (Set(found.shippers), Set(adapter.shippers))
        for number in old.subtracting(new).sorted() { try unmap(db, number, from: found, by: actor) }
        for number in new.subtracting(old).sorted() {
            let first = try Int64.fetchOne(
                db,
                sql: """
                    SELECT account.id FROM account JOIN carrier ON carrier.id = carrierID WHERE number = ?
                    ORDER BY carrier.name COLLATE NOCASE
                    """, arguments: [number])
            guard let first else { throw noAccount(number) }
            try map(db, number, first, to: found, by: actor)
        }
    }

    /// Changes an adapter's configuration as it stands now, in one transaction.
    ///
    /// - Throws: as `save`.
    public func updateAdapter(
        named name: String, customerSecret: SecretChange = .keep, by actor: String,
        _ change: (inout Adapter) throws -> Void
    ) throws(CarrierError) {
        try prepare(customerSecret)
        try write { db in
            var adapter = try findAdapter(db, name)
            try change(&adapter)
            try save(db, adapter, customerSecret: customerSecret, by: actor)
        }
    }

    private func save(
        _ db: Database, _ adapter: Adapter, customerSecret: SecretChange, by actor: String
    ) throws {
        if let error = CarrierError(adapter.validate()) { throw error }
        let old = try findAdapter(db, adapter.name)
        guard let id = old.id else { return }
        let clientID = adapter.customerClientID.trimmed()
        let customerSecret = customerSecret.following(clientID, insteadOf: old.customerClientID)
        try db.update(
            "adapter", id: id,
            [
                ("authorizationOption", adapter.authorizationOption.code),
                ("endpoint", (adapter.endpoint ?? old.endpoint)?.code),
                ("customerClientID", clientID),
                ("customerRedirectURI", adapter.customerRedirectURI.trimmed()),
            ])
        try apply(customerSecret, db, table: "adapter", id: id, column: "customerClientSecret")
        if case .set(let secret) = customerSecret {
            try renewClientSecret(db, of: clientID, to: secret)
        }
        if try findAdapter(db, adapter.name) != old || customerSecret.isChange {
            try db.requireMaintenance(adapterID: id)
            try audit(db, actor: actor, action: "changed", subject: "adapter \(adapter.name)")
        }
    }

    /// The client id that the secret belongs to.
    func adapterClientID(_ id: Int64) throws(CarrierError) -> String? {
        try read {
            try String.fetchOne($0, sql: "SELECT customerClientID FROM adapter WHERE id = ?", arguments: [id])
        }
    }

    /// The client secret of the customer's own application; nil when there is none.
    public func customerSecret(adapterID: Int64) throws(CarrierError) -> Secret? {
        try secret(table: "adapter", id: adapterID, column: "customerClientSecret")
    }

    /// Lets an adapter serve a shipper account.
    ///
    /// - Parameter carrier: whose account it is, needed only where several carriers have the number.
    /// - Throws: `.setup` when there is no such account, `.invalid` when several carriers have it or the
    ///   adapter serves it already.
    public func mapShipper(
        _ number: String, carrier: String? = nil, to adapter: String, by actor: String
    ) throws(CarrierError) {
        try write { db in
            let found = try findAdapter(db, adapter)
            let number = number.trimmed().uppercased()
            guard !found.shippers.contains(number) else {
                throw CarrierError(
                    .invalid, subject: "shippers",
                    "\(adapter) serves the shipper account \(number.shown) already.",
                    advice: "Map another one, or go on: this one needs no more mapping.")
            }
            try map(db, number, accountID(db, number: number, carrier: carrier), to: found, by: actor)
        }
    }

    private func map(
        _ db: Database, _ number: String, _ account: Int64, to adapter: Adapter, by actor: String
    ) throws {
        try db.insert(into: "adapterShipper", [("adapterID", adapter.id), ("accountID", account)])
        if let id = adapter.id { try db.requireMaintenance(adapterID: id) }
        try audit(
            db, actor: actor, action: "shipper mapped", subject: "adapter \(adapter.name)", detail: number)
    }

    /// - Throws: `.setup` when the adapter does not serve this account.
    public func unmapShipper(_ number: String, from adapter: String, by actor: String) throws(CarrierError) {
        try write { try unmap($0, number.trimmed().uppercased(), from: findAdapter($0, adapter), by: actor) }
    }

    private func unmap(_ db: Database, _ number: String, from adapter: Adapter, by actor: String) throws {
        try db.execute(
            sql: """
                DELETE FROM adapterShipper
                WHERE adapterID = ? AND accountID IN (SELECT id FROM account WHERE number = ?)
                """, arguments: [adapter.id, number])
        guard db.changesCount > 0 else {
            throw CarrierError(
                .setup, subject: "shippers",
                "\(adapter.name) does not serve a shipper account \(number.shown).",
                advice: "See carrier-editor adapter show for those it serves.")
        }
        if let id = adapter.id { try db.requireMaintenance(adapterID: id) }
        try audit(
            db, actor: actor, action: "shipper unmapped", subject: "adapter \(adapter.name)", detail: number)
    }

    /// Writes down how maintenance went.
    ///
    /// - Parameters:
    ///   - reason: why it failed, one sentence; nil when it went well.
    ///   - seen: what it was about.
    /// - Throws: `.busy` when that was changed or authorized anew meanwhile: then it says nothing of what is there now.
    public func recordMaintenance(
        of adapter: String, failure reason: String?, asSeen seen: (adapter: Adapter, key: Grant)? = nil,
        by actor: String
    ) throws(CarrierError) {
        try write { db in
            let found = try findAdapter(db, adapter)
            if let seen {
                let key = try Grant.fetch(db, id: seen.key.id, at: clock.now())
                var before = seen.adapter
                // A key that UPS refuses on the way is a finding, too.
                before.maintenance = found.maintenance
                guard found == before, key?.authorizedAt == seen.key.authorizedAt else {
                    throw CarrierError(
                        .busy, "\(adapter) was changed during its maintenance.",
                        advice: "Run the maintenance again.")
                }
            }
            try db.update(
                "adapter", id: found.id ?? 0,
                [("maintainedAt", clock.now()), ("maintenanceReason", reason)])
            try audit(
                db, actor: actor, action: "maintained", subject: "adapter \(adapter)",
                detail: reason ?? "passed")
        }
    }

    /// Writes down, in the transaction that stores a new key of the adapter, that it is authorized anew.
    ///
    /// A sign-in is the authorization: its method is the adapter's from now on, with the customer's client it went
    /// through. Verified credentials are only a key so far, until the configuration is saved.
    func noteNewKey(
        _ db: Database, adapterID id: Int64, endpoint: EndpointType, method: AuthorizationMethod,
        client: OAuthClient, redirectURI: String?
    ) throws {
        try db.execute(
            sql: "UPDATE adapter SET endpoint = coalesce(endpoint, ?) WHERE id = ?",
            arguments: [endpoint.code, id])
        try db.requireMaintenance(adapterID: id)
        guard method.needsSignIn else { return }
        try db.update("adapter", id: id, [("authorizationOption", method.code)])
        guard method.usesCustomerApplication else { return }
        try db.update(
            "adapter", id: id,
            [("customerClientID", client.id), ("customerRedirectURI", redirectURI ?? "")])
        try apply(
            client.secret.map { .set($0) } ?? .clear, db, table: "adapter", id: id,
            column: "customerClientSecret")
    }

    private func findAdapter(_ db: Database, _ name: String) throws -> Adapter {
        let row = try Row.fetchOne(
            db, sql: "SELECT * FROM adapter WHERE name = ? COLLATE NOCASE", arguments: [name.trimmed()])
        guard let row else {
            throw CarrierError(
                .setup, subject: "adapter", "There is no adapter \(name.shown).",
                advice: "See carrier-editor adapter list for the names.")
        }
        return try Self.adapter(db, row)
    }

    private func accountID(_ db: Database, number: String, carrier: String?) throws -> Int64 {
        let carrierID = try carrier.flatMap { try find(db, $0).id }
        let found = try Int64.fetchAll(
            db, sql: "SELECT id FROM account WHERE number = ?1 AND (?2 IS NULL OR carrierID = ?2)",
            arguments: [number, carrierID])
        guard let id = found.first else { throw noAccount(number) }
        guard found.count == 1 else {
            throw CarrierError(
                .invalid, subject: "carrier", "Several carriers have the shipper account \(number.shown).",
                advice: "Name the carrier, too.")
        }
        return id
    }

    private func noAccount(_ number: String) -> CarrierError {
        CarrierError(
            .setup, subject: "shippers", "There is no shipper account \(number.shown).",
            advice: "Add it to a carrier first.")
    }

    private static func adapter(_ db: Database, _ row: Row) throws -> Adapter {
        let id: Int64 = row["id"]
        let maintenance: Adapter.Maintenance =
            switch (row["maintainedAt"] as Int64?, row["maintenanceReason"] as String?) {
            case (let at?, let reason?): .failed(at: at, reason: reason)
            case (let at?, nil): .passed(at: at)
            case (nil, _): .needed
            }
        let shippers = try String.fetchAll(
            db,
            sql: """
                SELECT DISTINCT number FROM adapterShipper JOIN account ON account.id = accountID
                WHERE adapterID = ? ORDER BY number
                """, arguments: [id])
        return Adapter(
            id: id, name: row["name"], authorizationOption: try row.choice("authorizationOption"),
            endpoint: try row.choiceIfPresent("endpoint"), customerClientID: row["customerClientID"],
            customerRedirectURI: row["customerRedirectURI"], shippers: shippers, maintenance: maintenance)
    }
}
