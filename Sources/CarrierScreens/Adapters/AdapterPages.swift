internal import CarrierCore
internal import TerminalKit

/// Page `URI`: filled in, and not to be altered.
func adapterURIs(_ tracking: UPSTracking) -> [View] {
    let fields = [EndpointType.test, .production].map { endpoint in
        let field = TextField(tracking.uri(endpoint), columns: 60)
        field.isReadOnly = true
        field.help = AdapterHelp.uri
        return Field(Caption(verbatim: "\(endpoint.title) URI"), field)
    }
    return [
        Form { fields.map { $0 as View } },
        Paragraph(""),
        Paragraph("The addresses of UPS are set by the program: do not alter them.", role: .faint),
    ]
}

/// The shipper accounts of all carriers; nil while there are none.
func shipperList(_ numbers: [ShipperNumber], selection: [String]) -> CheckList<String>? {
    guard !numbers.isEmpty else { return nil }
    let choices = numbers.map { shipper in
        let name = shipper.accountName.isEmpty ? "" : "\(shipper.accountName), "
        return Choice(shipper.number, "\(shipper.number)  \(name)\(shipper.carriers.joined(separator: ", "))")
    }
    let list = CheckList(choices, selection: Set(selection), maxHeight: 12)
    list.help = AdapterHelp.shippers
    list.name = "Shippers"
    return list
}

/// Page `Shippers`: which shipper accounts the adapter serves.
func shippersPage(_ list: CheckList<String>?) -> [View] {
    guard let list else {
        return [
            Paragraph(
                """
                There are no shipper accounts yet. Add one to a carrier, in the Carrier Editor with Add \
                Existing Shipping Account.
                """, role: .faint)
        ]
    }
    return [
        Paragraph("The shipper accounts that this adapter serves; maintenance needs at least one:"),
        list,
    ]
}
