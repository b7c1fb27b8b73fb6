internal import GRDB

extension Store {
    /// The installation's settings; the defaults until they are first saved.
    public func settings() throws(CarrierError) -> Settings {
        try read { try settings($0) }
    }

    /// - Throws: `.invalid` for a broken rule.
    public func save(_ settings: Settings, by actor: String) throws(CarrierError) {
        try write { try save($0, settings, by: actor) }
    }

    /// Both in one transaction: either all is stored or nothing.
    ///
    /// - Throws: `.invalid` for a broken rule.
    public func save(
        _ settings: Settings, _ application: UPSApplication, secret: SecretChange = .keep, by actor: String
    ) throws(CarrierError) {
        try prepare(secret)
        try write { db in
            try save(db, application, secret: secret, by: actor)
            try save(db, settings, by: actor)
        }
    }

    private func save(_ db: Database, _ settings: Settings, by actor: String) throws {
        if let error = CarrierError(settings.validate()) { throw error }
        guard try self.settings(db) != settings else { return }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO setting (id, alertDays, dateForm, theme, idleLockMinutes, reportsFolder)
                VALUES (1, ?, ?, ?, ?, ?)
                """,
            arguments: [
                settings.alertDays, settings.dateForm.code, settings.theme.code, settings.idleLockMinutes,
                settings.reportsFolder,
            ])
        try audit(db, actor: actor, action: "changed", subject: "settings")
    }

    private func settings(_ db: Database) throws -> Settings {
        var settings = Settings()
        let statement = try db.cachedStatement(
            sql: "SELECT alertDays, dateForm, theme, idleLockMinutes, reportsFolder FROM setting")
        guard let row = try Row.fetchOne(statement) else { return settings }
        settings.alertDays = row["alertDays"]
        settings.dateForm = try row.choice("dateForm")
        settings.theme = try row.choice("theme")
        settings.idleLockMinutes = row["idleLockMinutes"]
        settings.reportsFolder = row["reportsFolder"]
        return settings
    }

    /// The installation's UPS application; nil until it is set up.
    public func application() throws(CarrierError) -> UPSApplication? {
        try read { db in
            try Row.fetchOne(db, sql: "SELECT * FROM application").map { row in
                UPSApplication(
                    clientID: row["clientID"], redirectURI: row["redirectURI"],
                    hasSecret: try row.bytes("clientSecret") != nil, pkce: row["pkce"])
            }
        }
    }

    /// - Throws: `.invalid` for a broken rule.
    public func save(
        _ application: UPSApplication, secret: SecretChange = .keep, by actor: String
    ) throws(CarrierError) {
        try prepare(secret)
        try write { try save($0, application, secret: secret, by: actor) }
    }

    private func save(
        _ db: Database, _ application: UPSApplication, secret: SecretChange, by actor: String
    ) throws {
        if let error = CarrierError(application.validate()) { throw error }
        let old = try String.fetchOne(db, sql: "SELECT clientID FROM application")
        let secret = secret.following(application.clientID, insteadOf: old ?? application.clientID)
        try db.execute(
            sql: """
                INSERT INTO application (id, clientID, redirectURI, pkce) VALUES (1, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET
                    clientID = excluded.clientID, redirectURI = excluded.redirectURI, pkce = excluded.pkce
                """, arguments: [application.clientID, application.redirectURI, application.pkce])
        try apply(secret, db, table: "application", id: 1, column: "clientSecret")
        if case .set(let secret) = secret {
            try renewClientSecret(db, of: application.clientID, to: secret)
        }
        try audit(db, actor: actor, action: "changed", subject: "application \(application.clientID)")
    }

    /// The application's client secret; nil when it has none.
    public func applicationSecret() throws(CarrierError) -> Secret? {
        try secret(table: "application", id: 1, column: "clientSecret")
    }
}
