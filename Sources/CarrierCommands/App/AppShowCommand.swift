import ArgumentParser
import CarrierCore

/// `app show`
struct AppShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows the UPS application; never its secret.")

    @OptionGroup var global: GlobalOptions
    @Flag(help: "Answer in JSON.") var json = false

    func run() throws {
        guard let application = try Context(global).openStore().application() else {
            throw CarrierError.noApplication
        }
        if json {
            Output.json("app", application.json)
        } else {
            Output.fields(application.json)
            if !application.hasSecret { Output.complain(UPSApplication.withoutSecret) }
        }
    }
}
