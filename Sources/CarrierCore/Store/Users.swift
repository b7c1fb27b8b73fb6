internal import Foundation
internal import GRDB

extension Store {
    /// All users by name.
    public func users() throws(CarrierError) -> [User] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM user ORDER BY name COLLATE NOCASE").map(Self.user)
        }
    }

    /// Throws `.setup` where there is none of that name.
    public func user(named name: String) throws(CarrierError) -> User {
        try read { try findUser($0, name) }
    }

    /// The user who needs no login: the only one, while without a password.
    public func soleUserWithoutPassword() throws(CarrierError) -> User? {
        let users = try users()
        return users.count == 1 && users.first?.hasPassword == false ? users.first : nil
    }

    /// - Throws: `.invalid` for a broken rule or a name taken (in any case).
    public func addUser(
        named name: String, role: Role, password: Secret? = nil, by actor: String
    ) throws(CarrierError) {
        let user = User(name: name.trimmed(), role: role)
        if let error = CarrierError(user.validate()) { throw error }
        let hash = try hash(password)
        try write { db in
            guard try Self.user(db, named: user.name) == nil else {
                throw CarrierError(
                    .invalid, subject: "name", "There is a user \(user.name.shown) already.",
                    advice: "Choose another name.")
            }
            try db.insert(
                into: "user", [("name", user.name), ("role", role.code), ("isDisabled", false)])
            try setHash(db, hash, id: db.lastInsertedRowID)
            try audit(db, actor: actor, action: "created", subject: "user \(user.name)", detail: role.code)
        }
    }

    /// Sets a password; nil takes it away.
    ///
    /// - Throws: `.setup` when there is no such user.
    public func setPassword(_ password: Secret?, of name: String, by actor: String) throws(CarrierError) {
        let hash = try hash(password)
        try write { db in
            let user = try findUser(db, name)
            if let id = user.id { try setHash(db, hash, id: id) }
            try audit(
                db, actor: actor, action: password == nil ? "password removed" : "password set",
                subject: "user \(user.name)")
        }
    }

    /// - Throws: `.invalid` when it would leave no administrator, `.setup` when there is no such user.
    public func setRole(_ role: Role, of name: String, by actor: String) throws(CarrierError) {
        try changeUser(name, by: actor, action: "role set", detail: role.code) { $0.role = role }
    }

    /// - Throws: `.invalid` when it would leave no administrator, `.setup` when there is no such user.
    public func setDisabled(_ isDisabled: Bool, of name: String, by actor: String) throws(CarrierError) {
        try changeUser(name, by: actor, action: isDisabled ? "disabled" : "enabled", detail: "") {
            $0.isDisabled = isDisabled
        }
    }

    private func changeUser(
        _ name: String, by actor: String, action: String, detail: String, _ change: (inout User) -> Void
    ) throws(CarrierError) {
        try write { db in
            var user = try findUser(db, name)
            change(&user)
            try db.update(
                "user", id: user.id ?? 0, [("role", user.role.code), ("isDisabled", user.isDisabled)])
            let sql = "SELECT EXISTS (SELECT 1 FROM user WHERE role = 'administrator' AND NOT isDisabled)"
            guard try Bool.fetchOne(db, sql: sql) == true else {
                throw CarrierError(
                    .invalid, subject: "user", "\(user.name) is the last administrator who can sign in.",
                    advice: "Make another user administrator first.")
            }
            try audit(db, actor: actor, action: action, subject: "user \(user.name)", detail: detail)
        }
    }

    private func findUser(_ db: Database, _ name: String) throws -> User {
        guard let user = try Self.user(db, named: name) else {
            throw CarrierError(
                .setup, subject: "user", "There is no user \(name.shown).",
                advice: "See carrier-editor user list for the names.")
        }
        return user
    }

    static func user(_ db: Database, named name: String) throws -> User? {
        try Row.fetchOne(db, sql: "SELECT * FROM user WHERE name = ?", arguments: [name.trimmed()]).map(user)
    }

    private static func user(_ row: Row) throws -> User {
        User(
            id: row["id"], name: row["name"], role: try row.choice("role"), isDisabled: row["isDisabled"],
            hasPassword: try row.bytes("passwordHash") != nil)
    }

    /// Hashed before the transaction begins: it takes a while, on purpose.
    private func hash(_ password: Secret?) throws(CarrierError) -> Secret? {
        guard let password else { return nil }
        guard !password.isEmpty else {
            throw CarrierError(
                .invalid, subject: "password", "The password is empty.",
                advice: "Give one with characters in it.")
        }
        try password.requireLength("password", "The password")
        _ = try vault()
        return try mapped { try Argon2.hash(password) }
    }

    private func setHash(_ db: Database, _ hash: Secret?, id: Int64) throws {
        try apply(hash.map { .set($0) } ?? .clear, db, table: "user", id: id, column: "passwordHash")
    }
}
