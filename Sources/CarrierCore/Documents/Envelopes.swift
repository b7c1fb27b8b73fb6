/// The other values as JSON, with the names of CLI.md.

extension UPSApplication {
    public var json: JSON {
        .object([
            .init("clientID", .string(clientID)), .init("redirectURI", .string(redirectURI)),
            .init("hasSecret", .bool(hasSecret)), .init("pkce", .bool(pkce)),
        ])
    }
}

extension User {
    public var json: JSON {
        .object([
            .init("name", .string(name)), .init("role", .string(role.code)),
            .init("isDisabled", .bool(isDisabled)), .init("hasPassword", .bool(hasPassword)),
        ])
    }
}

extension AuditEvent {
    public var json: JSON {
        .object([
            .init("at", .instant(at)), .init("actor", .string(actor)), .init("action", .string(action)),
            .init("subject", .string(subject)), .init("detail", .string(detail)),
        ])
    }
}

extension Adapter {
    /// - Parameters:
    ///   - testURI: where the adapter calls with a Test key.
    ///   - productionURI: the same with a Production key.
    ///   - authorizedBy: the user who made its key, nil without one.
    ///   - authorizedAt: when, in milliseconds since 1970 UTC.
    public func json(
        status: AdapterStatus, testURI: String, productionURI: String, authorizedBy: String?,
        authorizedAt: Int64?
    ) -> JSON {
        .object([
            .init("name", .string(name)), .init("authorizationOption", .string(authorizationOption.code)),
            .init("endpoint", endpoint.map { .string($0.code) } ?? .null),
            .init("status", .string(status.code)), .init("testURI", .string(testURI)),
            .init("productionURI", .string(productionURI)),
            .init("shippers", .array(shippers.map(JSON.string))),
            .init("authorizedBy", authorizedBy.map(JSON.string) ?? .null),
            .init("authorizedAt", .instant(authorizedAt)),
            .init("maintenanceReason", maintenance.reason.map(JSON.string) ?? .null),
        ])
    }
}
