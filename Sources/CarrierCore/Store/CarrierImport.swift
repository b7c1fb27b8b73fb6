internal import GRDB

/// What an import does with a carrier whose name is in the store already.
public enum ImportConflict: Sendable {
    /// Imports nothing at all.
    case refuse
    /// Takes the file's over; its keys stay.
    case replace
    /// Leaves the store's as it is.
    case skip
}

/// The names of the carriers an import has touched.
public struct ImportOutcome: Sendable, Equatable {
    public var created: [String] = []
    public var replaced: [String] = []
    public var skipped: [String] = []
}

extension Store {
    /// Imports all carriers of a document, or none: one transaction.
    ///
    /// - Throws: `.invalid` naming the carrier and the field.
    public func importCarriers(
        _ document: CarrierDocument, onConflict conflict: ImportConflict = .refuse, by actor: String
    ) throws(CarrierError) -> ImportOutcome {
        try requireEachOnce(document.carriers)
        return try write { db in
            var outcome = ImportOutcome()
            for carrier in document.carriers {
                try importCarrier(db, carrier, conflict, by: actor, &outcome)
            }
            return outcome
        }
    }

    /// By the rule of the store, in which ASCII letters are the same in either case (SQLite's NOCASE).
    private func requireEachOnce(_ carriers: [Carrier]) throws(CarrierError) {
        var names: [String: String] = [:]
        for carrier in carriers {
            let name = carrier.name.trimmed()
            let folded = String(name.map { $0.isASCII ? Character($0.lowercased()) : $0 })
            if let other = names.updateValue(name, forKey: folded) {
                throw CarrierError(
                    .invalid, subject: "name",
                    "Two carriers of the file have one name: \(other.shown) and \(name.shown).",
                    advice: "Rename or remove one of them. Nothing was imported.")
            }
        }
    }

    /// Those of these names that carriers of the store have, by the rule that an import goes by.
    public func takenNames(among names: [String]) throws(CarrierError) -> Set<String> {
        try read { db in
            let sql = "SELECT EXISTS (SELECT 1 FROM carrier WHERE name = ? COLLATE NOCASE)"
            return Set(
                try names.filter { try Bool.fetchOne(db, sql: sql, arguments: [$0.trimmed()]) == true })
        }
    }

    private func importCarrier(
        _ db: Database, _ given: Carrier, _ conflict: ImportConflict, by actor: String,
        _ outcome: inout ImportOutcome
    ) throws {
        var carrier = given
        (carrier.id, carrier.version) = (nil, 0)
        let present = try CarrierRow.fetch(db, named: carrier.name.trimmed())
        if let present {
            guard conflict != .refuse else {
                throw CarrierError(
                    .invalid, subject: "name", "There is a carrier \(present.name.shown) already.",
                    advice: "Nothing was imported: choose whether to replace or to skip such carriers.")
            }
            guard conflict == .replace else { return outcome.skipped.append(present.name) }
            (carrier.id, carrier.version) = (present.id, present.version)
        }
        do {
            let saved = try save(db, carrier, customerSecret: .keep, by: actor, detail: "imported")
            if present == nil {
                outcome.created.append(saved.name)
            } else {
                outcome.replaced.append(saved.name)
            }
        } catch let error as CarrierError where error.code == .invalid {
            throw CarrierError(
                .invalid, subject: error.subject, "Carrier \(carrier.name.shown): \(error.message)",
                advice: error.advice + " Nothing was imported.")
        }
    }
}
