import FoundationEssentials

/// Who calls `/token` or `/refresh`, and whether the client secret proved it.
struct ClientAuthentication: Sendable {
    let application: SandboxConfiguration.Application
    let provedSecret: Bool

    /// HTTP Basic with the client secret; without an Authorization header, the `client_id` in the form.
    /// - Throws: a 401 for a client that is unknown, unnamed or has the secret wrong.
    init(
        _ request: Request, form: Form, applications: [SandboxConfiguration.Application]
    ) throws(Refusal) {
        let named = try form.value("client_id")
        guard let authorization = request.headers["authorization"] else {
            guard let named else { throw .unknownClient("The client did not authenticate") }
            application = try Self.application(named, among: applications)
            provedSecret = false
            return
        }
        guard let (clientID, secret) = Self.basic(authorization) else {
            throw .unknownClient("The Authorization header is not HTTP Basic")
        }
        application = try Self.application(clientID, among: applications)
        guard let expected = application.clientSecret, expected == secret else {
            throw .unknownClient("The client secret is wrong")
        }
        guard named == nil || named == clientID else {
            throw .invalid("The client_id is not the one in the Authorization header")
        }
        provedSecret = true
    }

    private static func application(
        _ clientID: String, among applications: [SandboxConfiguration.Application]
    ) throws(Refusal) -> SandboxConfiguration.Application {
        guard let application = applications.first(where: { $0.clientID == clientID }) else {
            throw .unknownClient("The client_id is not known")
        }
        return application
    }

    /// RFC 7617 §2.
    private static func basic(_ header: String) -> (clientID: String, secret: String)? {
        let parts = header.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "basic",
            let data = Data(base64Encoded: String(parts[1]))
        else { return nil }
        let pair = String(decoding: data, as: UTF8.self)
            .split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard pair.count == 2 else { return nil }
        return (String(pair[0]), String(pair[1]))
    }
}
