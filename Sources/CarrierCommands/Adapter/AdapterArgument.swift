import ArgumentParser
import CarrierCore

/// The adapter a command is about.
struct AdapterArgument: ParsableArguments {
    @Argument(help: "The adapter's name, such as \"\(Adapter.upsTracking)\".") var adapter: String
}
