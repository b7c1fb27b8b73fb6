import ArgumentParser
import CarrierCore

/// `authorize CARRIER --endpoint E`, or `authorize --adapter NAME --endpoint E`: a new key.
struct AuthorizeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "authorize",
        abstract: "Makes a new key by signing in at UPS, or with an app's own credentials.",
        discussion: """
            Prints the sign-in address as its first line. Open it in a browser, sign in, and paste the address the \
            sign-in ends at; a loopback http redirect is caught by itself. On standard input a client secret's line \
            comes first.
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The carrier's name.") var carrier: String?
    @Option(help: ArgumentHelp("An adapter in place of a carrier.", valueName: "name")) var adapter: String?
    @Option(help: "test or production.") var endpoint: EndpointType
    @Option(
        help:
            "authorization-code, customer-authorization-code or client-credentials; default: its own.",
        completion: .list(AuthorizationMethod.allCases.filter { $0 != .legacy }.map(\.code)),
        transform: AuthorizeCommand.method)
    var method: AuthorizationMethod?
    @Option(name: .customLong("client-id"), help: "The Client ID of the customer's app.") var clientID:
        String?
    @Flag(
        name: .customLong("client-secret-stdin"),
        help: "Read its Client Secret from standard input's first line.")
    var readsSecret = false
    @Option(name: .customLong("redirect-uri"), help: "Its Redirect URI, to the letter.") var redirectURI:
        String?

    func validate() throws {
        guard (carrier == nil) != (adapter == nil) else {
            throw ValidationError("Name a carrier, or an adapter with --adapter.")
        }
    }

    func run() async throws {
        let context = Context(global)
        let store = try context.openStore()
        if let adapter {
            try await authorize(store.adapter(named: adapter), store, context) { secret, change in
                try store.updateAdapter(named: adapter, customerSecret: secret, by: context.actor, change)
            }
        } else if let carrier {
            try await authorize(store.carrier(named: carrier), store, context) { secret, change in
                _ = try store.updateCarrier(
                    named: carrier, customerSecret: secret, by: context.actor, change)
            }
        }
    }

    /// Makes the key. What the command line says of how is saved with its owner once the key is there, as that stands
    /// after the sign-in, so that the editor's next one goes the same way.
    private func authorize<Applicant: KeyApplicant>(
        _ owner: Applicant, _ store: Store, _ context: Context,
        save: (SecretChange, (inout Applicant) -> Void) throws -> Void
    ) async throws {
        var asked = owner
        configure(&asked)
        let secret = try await addKey(to: asked, store, context)
        guard method != nil || clientID != nil || redirectURI != nil || readsSecret else { return }
        try save(secret) {
            configure(&$0)
            if secret.isChange { $0.customerClientID = asked.customerClientID }
        }
    }

    private func configure(_ applicant: inout some KeyApplicant) {
        if let method { applicant.authorizationMethod = method }
        guard applicant.authorizationMethod.usesCustomerApplication else { return }
        if let clientID { applicant.customerClientID = clientID }
        if let redirectURI { applicant.customerRedirectURI = redirectURI }
    }

    /// Makes and stores the key; gives what becomes of the customer's client secret.
    private func addKey(
        to applicant: some KeyApplicant, _ store: Store, _ context: Context
    ) async throws -> SecretChange {
        guard applicant.authorizationMethod != .authorizationCode || (clientID == nil && !readsSecret) else {
            throw CarrierError.usage(
                "The method authorization-code uses the installation's application.",
                advice: "Set that with carrier-editor app set, or name another --method.")
        }
        let secret = readsSecret ? try StandardInput.secretLine(prompt: "Client Secret: ") : nil
        let given = secret.map { OAuthClient(id: applicant.customerClientID, secret: $0) }
        let request = try store.authorizationRequest(
            for: applicant, endpoint: endpoint, customerClient: given, redirectURI: redirectURI,
            by: context.actor)
        let authorizer = try context.authorizer(store)
        if request.method == .customerClientCredentials {
            _ = try await authorizer.verify(request)
        } else {
            try await signIn(request, authorizer)
        }
        Output.remark("The access token was generated successfully.")
        return secret.map { .set($0) } ?? .keep
    }

    private func signIn(_ request: AuthorizationRequest, _ authorizer: Authorizer) async throws {
        let attempt = try await authorizer.begin(request)
        Output.line(attempt.signInAddress)
        if let listener = LoopbackListener(redirectURI: request.redirectURI) {
            try await RedirectRace(listener: listener, authorizer: authorizer, attempt: attempt).run()
        } else {
            _ = try await authorizer.complete(attempt, address: try Self.pastedAddress())
        }
    }

    /// On a terminal one line, from a pipe all of it.
    static func pastedAddress() throws -> String {
        if StandardInput.isTerminal {
            return try PastedLine.read(prompt: "Paste the address the sign-in ended at: ")
        }
        return String(decoding: try StandardInput.rest(), as: UTF8.self)
    }

    @Sendable private static func method(_ text: String) throws -> AuthorizationMethod {
        guard let method = AuthorizationMethod(rawValue: text), method != .legacy else {
            throw ValidationError(
                "The methods are authorization-code, customer-authorization-code and client-credentials.")
        }
        return method
    }
}
