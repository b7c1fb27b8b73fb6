internal import Foundation
internal import GRDB

extension Store {
    /// Keeps a pair that could not be committed in the file whose room the turn has reserved beside the store.
    ///
    /// - Returns: false for a key that has no refresh token to lose.
    func spill(_ answer: TokenAnswer, _ turn: RefreshTurn) throws(CarrierError) -> Bool {
        guard let reserve = turn.reserve else { return false }
        try mapped { try reserve.keep(answer) }
        return true
    }

    func recoveryFile(of grant: Grant) -> RecoveryFile {
        RecoveryFile(store: path, grantID: grant.id, generation: grant.generation)
    }

    /// The pair that was kept for this row, if there is one.
    func spilled(_ row: Row, _ grant: Grant, _ secrets: GrantSecrets) throws -> TokenAnswer? {
        guard let spent = try secrets.open(row["refreshToken"], column: "refreshToken") else { return nil }
        // Whoever was killed in the middle of a renewal may have been so between writing its file and naming it.
        if row["intent"] != nil { sweep() }
        return try recoveryFile(of: grant).read(spent: spent, vault: secrets.vault)
    }

    /// Takes in what was kept beside the store when it was last used, and removes what has been overtaken. Asks nobody
    /// for a passphrase: there a key's next renewal does it.
    func takeInSpills() throws(CarrierError) {
        guard !isReadOnly else { return }
        sweep()
        guard vaultKind != .passphrase, !RecoveryFile.all(besideStoreAt: path).isEmpty else { return }
        let vault = try vault()
        let done = try write { try takeInSpills($0, vault) }
        try mapped { for file in done { try file.remove() } }
    }

    private func sweep() { LeftBehind.sweep(folder: PrivateFiles.parent(of: path) ?? ".") }

    /// - Returns: the files that are not needed once the transaction is committed.
    func takeInSpills(_ db: Database, _ vault: Vault) throws -> [RecoveryFile] {
        sweep()
        return try RecoveryFile.all(besideStoreAt: path).filter { file in
            let sql = "SELECT *, \(Grant.columns) FROM keyGrant WHERE id = ?"
            guard let row = try Row.fetchOne(db, sql: sql, arguments: [file.grantID]) else { return true }
            let grant = try Grant(row: row, at: clock.now())
            guard grant.generation == file.generation else { return grant.generation > file.generation }
            let secrets = GrantSecrets(vault: vault, row: grant.id)
            guard let answer = try spilled(row, grant, secrets) else { return false }
            try TokenColumns.renew(db, grant, with: answer, secrets)
            return true
        }
    }
}
