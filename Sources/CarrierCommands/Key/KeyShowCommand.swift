import ArgumentParser
import CarrierCore

/// `key show CARRIER`: the Access Token Information.
struct KeyShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows the Access Token Information; never the token.")

    @OptionGroup var global: GlobalOptions
    @OptionGroup var at: EndpointOption
    @Argument(help: "The carrier's name.") var carrier: String
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        let context = Context(global)
        let store = try context.openStore()
        let grant = try store.key(
            at: KeyAddress(store, carrier: carrier, endpoint: at.endpoint, mayBeLegacy: true))
        let (settings, now) = (try store.settings(), context.clock.now())
        if json {
            let state = grant.state(at: now, alertDays: settings.alertDays)
            Output.json("key", grant.informationJSON(state))
        } else {
            let information = KeyInformation(
                grant, dateForm: settings.dateForm, alertDays: settings.alertDays, now: now)
            for item in information.items + information.origin { Output.row(item.label, item.value) }
        }
    }
}

extension Grant {
    /// The Access Token Information in camel case.
    fileprivate func informationJSON(_ state: KeyState) -> JSON {
        .object([
            .init("state", .string(state.rawValue)),
            .init("tokenType", .text(tokenType)), .init("tokenStatus", .text(tokenStatus)),
            .init("tokenIssued", .instant(issuedAt)), .init("tokenExpires", .instant(accessTokenExpires)),
            .init("tokenScope", .text(scope)), .init("refreshTokenStatus", .text(refreshTokenStatus)),
            .init("refreshTokenIssued", .instant(refreshIssuedAt)),
            .init("refreshTokenExpires", .instant(refreshTokenExpires)),
            .init("refreshCount", .text(refreshCount)),
            .init("endpoint", .string(endpoint.code)), .init("method", .string(method.code)),
            .init("authorizedBy", .string(authorizedBy)), .init("authorizedAt", .instant(authorizedAt)),
        ])
    }
}

extension JSON {
    /// A string, or null.
    static func text(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }
}
