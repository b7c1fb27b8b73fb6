import ArgumentParser
import CarrierCore

/// `--endpoint`, which defaults to the carrier's own everywhere.
struct EndpointOption: ParsableArguments {
    @Option(help: "test or production; default: the carrier's Endpoint Type.")
    var endpoint: EndpointType?
}
