import FoundationEssentials

/// `GET /api/track/v1/details/{inquiryNumber}`, as Tracking.yaml describes it.
enum TrackingService {
    private static let noInformation = Refusal(
        status: 404, code: "151044", message: "There is no tracking information for this number")
    private static let malformed = Refusal(
        status: 400, code: "151018", message: "The inquiry number must be 7 to 34 letters and digits")
    /// A one-pixel GIF: what signatures and proofs of delivery look like here.
    private static let picture = "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw=="

    /// - Throws: 250002 without the product, a 400 without `transId` or `transactionSrc` or for a malformed
    ///   number, a 404 for a number without information.
    static func answer(
        _ request: Request, for application: SandboxConfiguration.Application, at now: Date
    ) throws(Refusal) -> Answer {
        guard application.products.contains(.tracking) else { throw .invalidToken }
        for name in ["transId", "transactionSrc"] {
            guard let value = request.headers[name.lowercased()], !value.isEmpty else {
                throw .invalid("The header \(name) is missing")
            }
        }
        let number = PercentEncoding.decode(
            request.path.dropFirst(SandboxEndpoint.trackPath.count), plusIsSpace: false)
        guard (7...34).contains(number.count),
            number.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { throw malformed }
        guard let sample = SampleNumber(rawValue: number.uppercased()) else { throw noInformation }
        var shipment = SampleShipments(now: now).shipment(sample)
        try keep(in: &shipment, whatIsAskedBy: request.query)
        return Answer(json: TrackApiResponse(trackResponse: TrackResponse(shipment: [shipment])))
    }

    /// Milestones, signature and proof of delivery are in the answer only for who asks for them.
    private static func keep(in shipment: inout Shipment, whatIsAskedBy query: Form) throws(Refusal) {
        let milestones = try query.value("returnMilestones") == "true"
        let signature = try query.value("returnSignature") == "true"
        let proof = try query.value("returnPOD") == "true"
        for index in shipment.package?.indices ?? 0..<0 {
            if !milestones { shipment.package?[index].milestones = nil }
            if signature {
                shipment.package?[index].deliveryInformation?.signature = Signature(image: picture)
            }
            if proof { shipment.package?[index].deliveryInformation?.pod = ProofOfDelivery(content: picture) }
        }
    }
}
