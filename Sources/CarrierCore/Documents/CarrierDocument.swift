/// Carriers as text: what `carrier export` writes and `carrier import` reads; never a key or a secret.
public struct CarrierDocument: Sendable, Equatable {
    public var carriers: [Carrier]

    public init(_ carriers: [Carrier]) {
        self.carriers = carriers
    }

    public var json: JSON {
        .envelope("carriers", .array(carriers.map(\.json)))
    }

    /// Reads the envelope of one carrier or of many, or these without the envelope.
    ///
    /// What is missing in a carrier has the default of a new one; the rules are checked when it is stored.
    /// - Throws: `.invalid` naming the carrier and the field.
    public init(parsing bytes: some Sequence<UInt8>) throws {
        try self.init(JSON(parsing: bytes))
    }

    public init(_ json: JSON) throws {
        if let schema = json["schema"], schema != .integer(JSON.schema) {
            throw CarrierError(
                .invalid, subject: "schema", "The file has the form \(schema.description.shown), not 1.",
                advice: "Export it again with this version of the program, or update the program.")
        }
        switch (json["carriers"] ?? json["carrier"] ?? json, json["carriers"]) {
        case (.array(let elements), _):
            carriers = try elements.map(Carrier.init(json:))
        case (let carrier, nil):
            carriers = [try Carrier(json: carrier)]
        case (_, let other?):
            throw CarrierError(
                .invalid, subject: "carriers", "carriers is \(other.kind) instead of a list.",
                advice: "Write the carriers between [ and ], or a single one as carrier.")
        }
    }
}

extension Carrier {
    /// The carrier with its accounts and its version.
    public var json: JSON {
        var members = CarrierFields.all.members(of: self)
        let shipFrom = "shipFromAddress"
        if shipFromAddress.useCompanyAddress, let index = members.firstIndex(where: { $0.name == shipFrom }) {
            // The fields would be empty: the company's address holds.
            members[index] = JSON.Member(shipFrom, .object([.init("useCompanyAddress", .bool(true))]))
        }
        members.append(JSON.Member("version", .integer(Int64(version))))
        members.append(JSON.Member("accounts", .array(accounts.map(\.json))))
        return .object(members)
    }

    /// A new carrier with what the object holds; its version is not taken over.
    ///
    /// - Throws: `.invalid` naming the carrier and the field.
    public init(json: JSON) throws {
        guard case .object(let members) = json else {
            throw CarrierError(
                .invalid, "A carrier is an object, not \(json.kind).",
                advice: "Write its fields between { and }.")
        }
        self.init()
        do {
            let fields = members.filter { $0.name != "version" && $0.name != "accounts" }
            try CarrierFields.all.read(fields, into: &self)
            if let shipFrom = json["shipFromAddress"], shipFrom["useCompanyAddress"] == nil {
                // Who writes an address of its own means it.
                shipFromAddress.useCompanyAddress = shipFromAddress.address == Address()
            }
            accounts = try Self.accounts(json["accounts"] ?? .null)
            let defaults = accounts.filter(\.isDefault).map(\.number)
            guard defaults.count < 2 else {
                throw CarrierError(
                    .invalid, subject: "accounts",
                    "\(defaults.count) shipper accounts have isDefault: \(defaults.joined(separator: ", ")).",
                    advice: "Leave it to the one that is the default.")
            }
            settleDefaultAccount()
        } catch let error as CarrierError where !name.isEmpty {
            throw CarrierError(
                error.code, subject: error.subject, "Carrier \(name.shown): \(error.message)",
                advice: error.advice)
        }
    }

    private static func accounts(_ json: JSON) throws -> [ShipperAccount] {
        switch json {
        case .null: return []
        case .array(let elements): return try elements.map(ShipperAccount.init(json:))
        default:
            throw CarrierError(
                .invalid, subject: "accounts", "accounts is \(json.kind) instead of a list.",
                advice: "Write the accounts between [ and ].")
        }
    }

    /// Takes over `KEY=VALUE` assignments, in their order: dotted names, commas in lists, empty to clear.
    ///
    /// - Throws: `.invalid` for an unknown name, with the near ones, for one that a document has and an assignment cannot,
    ///   and for a value of the wrong kind.
    public mutating func assign(_ assignments: [String]) throws {
        for assignment in assignments {
            try Self.checkIsAssigned(assignment)
            try CarrierFields.all.assign(assignment, to: &self)
        }
        if shipFromAddress.useCompanyAddress, shipFromAddress.address != Address() {
            throw CarrierError(
                .invalid, subject: "shipFromAddress",
                "The ship-from address has fields of its own, but the company's address is used.",
                advice: "Set shipFromAddress.useCompanyAddress=false as well.")
        }
    }

    private static func checkIsAssigned(_ assignment: String) throws {
        switch assignment.prefix(while: { $0 != "=" }) {
        case "version":
            throw CarrierError(
                .invalid, subject: "version", "A carrier's version counts its changes and cannot be set.",
                advice: "Make a change depend on it with carrier-editor carrier update --if-version.")
        case "accounts":
            throw CarrierError(
                .invalid, subject: "accounts", "Shipper accounts are no field that can be set.",
                advice: "Use carrier-editor account add, set-default and remove.")
        default: break
        }
    }

    /// The JSON names of what differs from an older state, in reading order.
    public func changes(from old: Carrier) -> [String] {
        CarrierFields.all.changes(from: old, to: self) + (accounts == old.accounts ? [] : ["accounts"])
    }
}

extension ShipperAccount {
    public var json: JSON { .object(CarrierFields.account.members(of: self)) }

    init(json: JSON) throws {
        guard case .object(let members) = json else {
            throw CarrierError(
                .invalid, subject: "accounts", "A shipper account is an object, not \(json.kind).",
                advice: "Write its fields between { and }.")
        }
        self.init(number: "", postalCode: "")
        try CarrierFields.account.read(members, into: &self)
    }
}
