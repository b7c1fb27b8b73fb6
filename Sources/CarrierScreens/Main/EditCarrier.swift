public import CarrierCore

/// Opens the Carrier Editor on a carrier, a new one where `carrier.id` is nil; the carrier as saved, or nil when
/// cancelled.
public typealias EditCarrier = @MainActor (_ desk: Desk, _ carrier: Carrier) async -> Carrier?
