internal import GRDB

extension Store {
    /// Whether the store was last used on another machine: copied or restored, its keys may be spent.
    public func comesFromAnotherMachine() throws(CarrierError) -> Bool {
        let known = try read { try String.fetchOne($0, sql: "SELECT machineID FROM store") }
        return known != station.machineID
    }

    /// Remembers this machine as the store's, once the person has been told.
    public func adoptMachine(by actor: String) throws(CarrierError) {
        try write { db in
            try db.execute(sql: "UPDATE store SET machineID = ?", arguments: [station.machineID])
            try audit(db, actor: actor, action: "moved", subject: "store", detail: "to another machine")
        }
    }
}
