internal import GRDB

/// Taking Ready away from adapters, always in the transaction of what makes maintenance necessary.
extension Database {
    /// What the last maintenance found no longer holds.
    func requireMaintenance(adapterID: Int64) throws {
        try update("adapter", id: adapterID, [("maintainedAt", nil), ("maintenanceReason", nil)])
    }

    /// The same for all adapters that serve an account of this carrier whose number is not among `staying`: the
    /// account is about to be removed, and its mapping goes with it.
    func requireMaintenance(servingAccountsOf carrierID: Int64, otherThan staying: [String] = []) throws {
        try execute(
            sql: """
                UPDATE adapter SET maintainedAt = NULL, maintenanceReason = NULL WHERE id IN (
                    SELECT adapterID FROM adapterShipper JOIN account ON account.id = accountID
                    WHERE carrierID = ? AND number NOT IN (SELECT value FROM json_each(?)))
                """, arguments: [carrierID, staying.json.description])
    }
}
