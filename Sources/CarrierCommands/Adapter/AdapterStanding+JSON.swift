import CarrierCore

extension AdapterStanding {
    func json(_ tracking: UPSTracking) -> JSON {
        adapter.json(
            status: status, testURI: tracking.uri(.test), productionURI: tracking.uri(.production),
            authorizedBy: key?.authorizedBy, authorizedAt: key?.authorizedAt)
    }
}
