public import ArgumentParser
public import CarrierCore

// Codes as they stand in JSON; anything else is refused by the parser, which lists them.
extension EndpointType: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension VaultKind: ExpressibleByArgument {}
