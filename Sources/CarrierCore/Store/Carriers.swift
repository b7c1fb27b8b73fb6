internal import GRDB

extension Store {
    /// - Throws: `.setup` when there is no such carrier.
    public func carrier(named name: String) throws(CarrierError) -> Carrier {
        try read { try find($0, name) }
    }

    /// - Throws: `.setup` when it has been deleted.
    public func carrier(id: Int64) throws(CarrierError) -> Carrier {
        try read { db in
            guard let carrier = try CarrierRow.fetch(db, id: id) else {
                throw CarrierError(
                    .setup, subject: "carrier", "The carrier is not in the store any more.",
                    advice: "See the list of carriers for those that are there.")
            }
            return carrier
        }
    }

    /// The carriers of these names in their order, or all by name.
    public func carriers(named names: [String] = []) throws(CarrierError) -> [Carrier] {
        try read { db in names.isEmpty ? try CarrierRow.fetchAll(db) : try names.map { try find(db, $0) } }
    }

    /// Stores a new carrier, or one that was read before and has not been saved by anyone since.
    ///
    /// - Parameters:
    ///   - customerSecret: the client secret of the customer's own application.
    ///   - draft: the kept draft that ends with it.
    /// - Returns: the carrier as stored, with id and version.
    /// - Throws: `.invalid` for a broken rule or a name taken, `.busy` when someone else changed it since.
    @discardableResult
    public func save(
        _ carrier: Carrier, customerSecret: SecretChange = .keep, ending draft: Int64? = nil, by actor: String
    ) throws(CarrierError) -> Carrier {
        try prepare(customerSecret)
        return try write { db in
            if let draft { try removeDraft(db, draft) }
            return try save(db, carrier, customerSecret: customerSecret, by: actor)
        }
    }

    /// Changes a carrier as it stands now, in one transaction.
    ///
    /// - Parameter version: the version it must still have, nil for any.
    /// - Throws: as `save`, and `.setup` when there is no such carrier.
    @discardableResult
    public func updateCarrier(
        named name: String, ifVersion version: Int? = nil, customerSecret: SecretChange = .keep,
        by actor: String, _ change: (inout Carrier) throws -> Void
    ) throws(CarrierError) -> Carrier {
        try prepare(customerSecret)
        return try write { db in
            var carrier = try find(db, name)
            carrier.version = version ?? carrier.version
            try change(&carrier)
            return try save(db, carrier, customerSecret: customerSecret, by: actor)
        }
    }

    /// Copies everything but the keys; the secret of the customer's application is sealed anew.
    @discardableResult
    public func copyCarrier(
        named name: String, as newName: String, by actor: String
    ) throws(CarrierError) -> Carrier {
        let original = try carrier(named: name)
        let secret: Secret? = if let id = original.id { try customerSecret(carrierID: id) } else { nil }
        var copy = original
        (copy.id, copy.version, copy.name) = (nil, 0, newName)
        return try write { db in
            try save(
                db, copy, customerSecret: secret.map { .set($0) } ?? .keep, by: actor,
                detail: "copied from \(original.name)")
        }
    }

    /// Deletes a carrier with its accounts and keys.
    public func deleteCarrier(named name: String, by actor: String) throws(CarrierError) {
        try write { db in
            let carrier = try find(db, name)
            if let id = carrier.id { try db.requireMaintenance(servingAccountsOf: id) }
            try db.execute(sql: "DELETE FROM carrier WHERE id = ?", arguments: [carrier.id])
            try audit(db, actor: actor, action: "deleted", subject: "carrier \(carrier.name)")
        }
    }

    /// The client secret of the customer's own application; nil when there is none.
    public func customerSecret(carrierID: Int64) throws(CarrierError) -> Secret? {
        try secret(table: "carrier", id: carrierID, column: "customerClientSecret")
    }

    /// The client id that the secret belongs to.
    func carrierClientID(_ id: Int64) throws(CarrierError) -> String? {
        try read {
            try String.fetchOne($0, sql: "SELECT customerClientID FROM carrier WHERE id = ?", arguments: [id])
        }
    }

    /// The same without opening the vault.
    public func hasCustomerSecret(carrierID: Int64) throws(CarrierError) -> Bool {
        try read { db in
            try Bool.fetchOne(
                db, sql: "SELECT customerClientSecret IS NOT NULL FROM carrier WHERE id = ?",
                arguments: [carrierID]) ?? false
        }
    }

    func find(_ db: Database, _ name: String) throws -> Carrier {
        guard let carrier = try CarrierRow.fetch(db, named: name.trimmed()) else {
            throw CarrierError(
                .setup, subject: "carrier", "There is no carrier \(name.shown).",
                advice: "See carrier-editor carrier list for the names.")
        }
        return carrier
    }

    func save(
        _ db: Database, _ given: Carrier, customerSecret: SecretChange, by actor: String, detail: String = ""
    ) throws -> Carrier {
        var carrier = given.normalized()
        if let error = CarrierError(carrier.validate()) { throw error }
        try checkName(db, of: carrier)
        if let id = carrier.id {
            let old = try current(db, of: carrier, id: id)
            let customerSecret = customerSecret.following(
                carrier.customerClientID, insteadOf: old.customerClientID)
            var changes = carrier.changes(from: old).map {
                $0 == "name" ? "name \(old.name.shown) → \(carrier.name.shown)" : $0
            }
            if customerSecret.isChange { changes.append("customerClientSecret") }
            guard !changes.isEmpty else { return old }
            carrier.version = old.version + 1
            try CarrierRow.update(db, carrier, id: id, version: carrier.version)
            try audit(
                db, actor: actor, action: "changed", subject: "carrier \(old.name)",
                detail: ([detail] + changes).filter { !$0.isEmpty }.joined(separator: ", "))
            try apply(customerSecret, db, table: "carrier", id: id, column: "customerClientSecret")
        } else {
            let id = try CarrierRow.insert(db, carrier)
            (carrier.id, carrier.version) = (id, 1)
            try audit(db, actor: actor, action: "created", subject: "carrier \(carrier.name)", detail: detail)
            try apply(customerSecret, db, table: "carrier", id: id, column: "customerClientSecret")
        }
        if case .set(let secret) = customerSecret {
            try renewClientSecret(db, of: carrier.customerClientID, to: secret)
        }
        return carrier
    }

    private func checkName(_ db: Database, of carrier: Carrier) throws {
        let owner = try Int64.fetchOne(
            db, sql: "SELECT id FROM carrier WHERE name = ? COLLATE NOCASE", arguments: [carrier.name])
        if let owner, owner != carrier.id {
            throw CarrierError(
                .invalid, subject: "name", "There is a carrier \(carrier.name.shown) already.",
                advice: "Choose another name.")
        }
    }

    /// The stored state, which must be the one that the change was made from.
    private func current(_ db: Database, of carrier: Carrier, id: Int64) throws -> Carrier {
        guard let current = try CarrierRow.fetch(db, id: id) else {
            throw CarrierError(
                .busy, subject: "version",
                "The carrier \(carrier.name.shown) was deleted by someone else meanwhile.",
                advice: "Look at the list of carriers, or make a new one.")
        }
        guard current.version == carrier.version else {
            throw CarrierError(
                .busy, subject: "version",
                "The carrier \(current.name.shown) was changed by someone else meanwhile.",
                advice: "Open it again and repeat the change.")
        }
        return current
    }
}
