import CarrierCore

extension TrackingAnswer {
    /// An item of `tracking` for each package, or one with the error.
    var json: [JSON] {
        switch result {
        case .success(let shipment):
            shipment.packages.map { package in
                .object([
                    .init("number", .string(package.number)), .init("status", .string(package.status)),
                    .init("description", .string(package.description)),
                    .init("deliveryDate", .text(package.delivery?.date)),
                    .init("activities", .array(package.activities.map(\.json))), .init("error", .null),
                    .init("inquiryNumber", .string(shipment.inquiryNumber)),
                ])
            }
        case .failure(let error):
            [
                .object([
                    .init("number", .string(number)), .init("status", .null), .init("description", .null),
                    .init("deliveryDate", .null), .init("activities", .array([])),
                    .init("error", .string(error.description)), .init("inquiryNumber", .string(number)),
                ])
            ]
        }
    }
}

extension TrackedActivity {
    fileprivate var json: JSON {
        .object([
            .init("at", .instant(at)), .init("location", .string(location)),
            .init("description", .string(description)),
        ])
    }
}
