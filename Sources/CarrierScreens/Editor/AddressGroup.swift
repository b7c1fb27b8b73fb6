internal import CarrierCore
internal import TerminalKit

/// The groups `Company Address` and `Default Ship From Address`, which differ in what is required and where
/// it goes.
final class AddressGroup {
    enum Kind { case company, shipFrom }

    private let desk: Desk
    private let draft: CarrierDraft
    private let kind: Kind
    private let prefix: String

    init(_ desk: Desk, _ draft: CarrierDraft, _ kind: Kind) {
        self.desk = desk
        self.draft = draft
        self.kind = kind
        prefix = kind == .company ? "companyAddress" : "shipFromAddress"
    }

    func makeView() -> GroupBox {
        let fields = Column {
            form()
            buttons()
        }
        guard kind == .shipFrom else { return GroupBox("&Company Address") { fields } }
        let use = draft.box(
            "Use Company Address", "shipFromAddress.useCompanyAddress", \.shipFromAddress.useCompanyAddress)
        draft.watch { [unowned draft] in fields.isEnabled = !draft.carrier.shipFromAddress.useCompanyAddress }
        return GroupBox("Default Ship &From Address") {
            use
            fields
        }
    }

    private func form() -> Form {
        let isAlways = kind == .company
        return Form(labelColumns: 13) {
            Field("Company Name", companyName(), isRequired: true)
            Field("Title", field("title", \.title, limit: 35), isRequired: isAlways)
            Field("Attention", field("attention", \.attention, limit: 35), isRequired: isAlways)
            Field("Address", addressLines(), isRequired: true)
            FieldRow(spacing: 1) {
                Field("City", field("city", \.city, limit: 30, columns: 16), isRequired: true)
                Field("State", field("state", \.state, limit: 5), isRequired: true)
            }
            FieldRow {
                Field("Country", field("country", \.country, limit: 2))
                Field("Zip", field("postalCode", \.postalCode, limit: 9), isRequired: isAlways)
            }
            residential()
            FieldRow(spacing: 1) {
                Field("Phone", field("phone", \.phone, limit: 15, columns: 13), isRequired: true)
                Field("Fax", field("fax", \.fax, limit: 14, columns: 12))
            }
            Field("Email", field("email", \.email, limit: 50, columns: 35), isRequired: isAlways)
            Field("Tax ID Number", field("taxID", \.taxID, limit: 15))
        }
    }

    // MARK: Fields

    private func companyName() -> View {
        let name = field("companyName", \.companyName, limit: 35)
        guard !draft.isReadOnly else { return name }
        let known = Button("…") { [self] _ in await choose() }
        known.name = "Known Addresses"
        known.help = "Takes an address over that is in the store already, with all its fields."
        return Beside(name, known)
    }

    private func addressLines() -> LinesField {
        let lines = LinesField(count: 3, maxLength: 35)
        let paths: [WritableKeyPath<Address, String>] = [\.addressLine1, \.addressLine2, \.addressLine3]
        for (index, path) in paths.enumerated() {
            bind(lines.fields[index], "addressLine\(index + 1)", path)
            lines.fields[index].name = index == 0 ? "Address" : "Address line \(index + 1)"
        }
        return lines
    }

    private func field(
        _ name: String, _ path: WritableKeyPath<Address, String>, limit: Int, columns: Int? = nil
    ) -> TextField {
        let field = TextField(maxLength: limit, columns: columns)
        bind(field, name, path)
        return field
    }

    private func bind(_ field: TextField, _ name: String, _ path: WritableKeyPath<Address, String>) {
        let kind = kind
        draft.bind(
            field, "\(prefix).\(name)", showsOthers: kind == .shipFrom,
            read: { Self.shown($0, kind)[keyPath: path] },
            write: { carrier, text in Self.change(&carrier, kind) { $0[keyPath: path] = text } })
    }

    private func residential() -> CheckBox {
        let kind = kind
        return draft.box(
            "Is Residential", "\(prefix).isResidential", showsOthers: kind == .shipFrom,
            read: { Self.shown($0, kind).isResidential },
            write: { carrier, isOn in Self.change(&carrier, kind) { $0.isResidential = isOn } })
    }

    /// While the company's address is used it is what the ship-from group shows.
    private static func shown(_ carrier: Carrier, _ kind: Kind) -> Address {
        kind == .company ? carrier.companyAddress : carrier.effectiveShipFrom
    }

    private static func change(_ carrier: inout Carrier, _ kind: Kind, _ change: (inout Address) -> Void) {
        switch kind {
        case .company: change(&carrier.companyAddress)
        case .shipFrom where !carrier.shipFromAddress.useCompanyAddress:
            change(&carrier.shipFromAddress.address)
        case .shipFrom: break
        }
    }

    // MARK: Buttons

    private func buttons() -> [View] {
        guard !draft.isReadOnly else { return [] }
        let button = Button("Cop&y Address") { [self] _ in await copy() }
        button.help = "Copies this address, with all its fields, to the other group."
        return [Row(alignment: .trailing) { button }]
    }

    private func choose() async {
        guard let address = await chooseAddress(desk) else { return }
        let kind = kind
        Self.change(&draft.carrier, kind) { $0 = address }
    }

    private func copy() async {
        let (company, shipFrom) = (draft.carrier.companyAddress, draft.carrier.shipFromAddress.address)
        switch kind {
        case .company:
            let isIdle = draft.carrier.shipFromAddress.useCompanyAddress
            guard await mayReplace(isIdle ? Address() : shipFrom, by: company, "Default Ship From Address")
            else { return }
            draft.carrier.shipFromAddress.useCompanyAddress = false
            draft.carrier.shipFromAddress.address = company
        case .shipFrom:
            guard await mayReplace(company, by: shipFrom, "Company Address") else { return }
            draft.carrier.companyAddress = shipFrom
        }
    }

    /// Asks where something else stands in the other group.
    private func mayReplace(_ old: Address, by new: Address, _ group: String) async -> Bool {
        if old == Address() || old == new { return true }
        return await desk.program.ask(
            "Copy Address", "Replace what stands in \(group)?", yes: "&Replace", no: "&Keep")
    }
}
