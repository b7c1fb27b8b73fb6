import ArgumentParser
import CarrierCore

/// `app set --client-id ID --redirect-uri URI`
struct AppSetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Sets the UPS application.",
        discussion: """
            A secret set before stays if the client id stays the same, unless --client-secret-stdin gives another or \
            --no-client-secret takes it away. UPS documents that a key is refreshed with the secret only: an app that has \
            none signs in by PKCE, and its keys may end with their first access token.
            """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("client-id"), help: "The app's Client ID on developer.ups.com.") var clientID:
        String
    @Option(name: .customLong("redirect-uri"), help: "The app's Redirect URI, to the letter.")
    var redirectURI: String
    @Flag(
        name: .customLong("client-secret-stdin"),
        help: "Read the Client Secret from standard input's first line.")
    var readsSecret = false
    @Flag(name: .customLong("no-client-secret"), help: "Take the Client Secret away: for an app without one.")
    var withoutSecret = false
    @Flag(name: .customLong("no-pkce"), help: "For an app where UPS refuses PKCE.") var withoutPKCE = false

    func validate() throws {
        guard !readsSecret || !withoutSecret else {
            throw ValidationError("--client-secret-stdin and --no-client-secret exclude each other.")
        }
    }

    func run() throws {
        let context = Context(global)
        let secret = readsSecret ? try StandardInput.secretLine(prompt: "Client Secret: ") : nil
        let application = UPSApplication(clientID: clientID, redirectURI: redirectURI, pkce: !withoutPKCE)
        let store = try context.openStore()
        try store.save(
            application, secret: secret.map { .set($0) } ?? (withoutSecret ? .clear : .keep),
            by: context.actor)
        if try store.application()?.hasSecret == false { Output.complain(UPSApplication.withoutSecret) }
    }
}
