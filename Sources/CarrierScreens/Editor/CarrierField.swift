internal import CarrierCore

/// One field of a carrier as people read it: its label, its value in words, and how it is taken over.
struct CarrierField {
    /// The JSON name, dotted.
    let name: String
    /// With its group where the label alone would not tell: `Company Address, City`.
    let label: String
    let text: (Carrier) -> String
    /// Takes the field of the second carrier over into the first.
    let copy: (inout Carrier, Carrier) -> Void

    init<Value>(
        _ name: String, _ label: String, _ path: WritableKeyPath<Carrier, Value>,
        _ text: @escaping (Value) -> String
    ) {
        self.name = name
        self.label = label
        self.text = { text($0[keyPath: path]) }
        copy = { $0[keyPath: path] = $1[keyPath: path] }
    }

    static func text(_ name: String, _ label: String, _ path: WritableKeyPath<Carrier, String>) -> Self {
        Self(name, label, path) { $0 }
    }

    static func flag(_ name: String, _ label: String, _ path: WritableKeyPath<Carrier, Bool>) -> Self {
        Self(name, label, path) { $0 ? "yes" : "no" }
    }

    static func choice<Value: CodedValue>(
        _ name: String, _ label: String, _ path: WritableKeyPath<Carrier, Value>
    ) -> Self {
        Self(name, label, path) { $0.title }
    }

    // MARK: Looking up

    static func named(_ name: String) -> CarrierField? { byName[name] }

    /// The label of a field, or its name where it has none.
    static func label(of name: String) -> String { byName[name]?.label ?? name }

    /// What differs between two states of a carrier, in reading order.
    static func changes(from old: Carrier, to new: Carrier) -> [Change] {
        let names = new.changes(from: old)
        let labelled = all.filter { names.contains($0.name) }
            .map { Change(label: $0.label, old: $0.text(old), new: $0.text(new)) }
        return labelled + names.filter { byName[$0] == nil }.map { Change(label: $0, old: "", new: "") }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    // MARK: The table

    static let all: [CarrierField] =
        general + address("companyAddress", "Company Address", \.companyAddress)
        + [
            .flag(
                "shipFromAddress.useCompanyAddress", "Use Company Address",
                \.shipFromAddress.useCompanyAddress)
        ]
        + address("shipFromAddress", "Default Ship From Address", \.shipFromAddress.address) + api + rest

    private static let general: [CarrierField] = [
        .text("name", "Carrier Name", \.name),
        .choice("writeBackRate", "Write Back Rate", \.writeBackRate),
        .choice("weightUnit", "Default Weight UoM", \.weightUnit),
        .choice("dimensionUnit", "Default Dimension UoM", \.dimensionUnit),
        .flag("isInactive", "Is Inactive", \.isInactive),
        .flag("autoCreateReturnShipment", "Auto Create Return Shipment", \.autoCreateReturnShipment),
        Self("customReports", "Custom Reports", \.customReports) { $0.joined(separator: ", ") },
        Self("rateAdjustment.markupPercent", "Markup Percent", \.rateAdjustment.markupPercent) {
            $0.description
        },
        Self("rateAdjustment.markupAmount", "Markup Amount", \.rateAdjustment.markupAmount) {
            $0.description
        },
        .choice("rateAdjustment.rounding", "Rounding Option", \.rateAdjustment.rounding),
        Self("rateAdjustment.decimalPlaces", "Decimal Places", \.rateAdjustment.decimalPlaces) { String($0) },
        .text("defaultPrinter", "Default Printer", \.defaultPrinter),
    ]

    private static let api: [CarrierField] = [
        Self("restrictedServices", "Restricted Services", \.restrictedServices) { services in
            services.map(\.title).joined(separator: ", ")
        },
        .choice("endpoint", "Endpoint Type", \.endpoint),
        .choice("apiType", "API Type", \.apiType),
        .choice("customerClassification", "Customer Classification", \.customerClassification),
        .choice("pickupType", "Default Pickup Type", \.pickupType),
        .flag("importCustomsLines", "Import Customs Lines", \.importCustomsLines),
        .flag(
            "sendExtendedReferenceFields", "Send Extended Reference Fields to UPS",
            \.sendExtendedReferenceFields),
        .flag("paperlessCommercialInvoice", "Paperless Commercial Invoice", \.paperlessCommercialInvoice),
        .choice("defaultLabel", "Default Label", \.defaultLabel),
        Self("accounts", "Shipper Accounts", \.accounts) { accounts in
            accounts.map { $0.isDefault ? "\($0.number) (default)" : $0.number }.joined(separator: ", ")
        },
    ]

    private static let rest: [CarrierField] = [
        .choice("authorizationMethod", "Authorization Method", \.authorizationMethod),
        .text("customerClientID", "Client ID", \.customerClientID),
        .text("customerRedirectURI", "Redirect URI", \.customerRedirectURI),
    ]

    /// The fields of an address with their labels, in the order of the form.
    static let addressTexts: [(name: String, label: String, path: WritableKeyPath<Address, String>)] = [
        ("companyName", "Company Name", \.companyName), ("title", "Title", \.title),
        ("attention", "Attention", \.attention), ("addressLine1", "Address", \.addressLine1),
        ("addressLine2", "Address line 2", \.addressLine2),
        ("addressLine3", "Address line 3", \.addressLine3),
        ("city", "City", \.city), ("state", "State", \.state), ("country", "Country", \.country),
        ("postalCode", "Zip", \.postalCode), ("phone", "Phone", \.phone), ("fax", "Fax", \.fax),
        ("email", "Email", \.email), ("taxID", "Tax ID Number", \.taxID),
    ]

    private static func address(
        _ name: String, _ label: String, _ path: WritableKeyPath<Carrier, Address>
    ) -> [CarrierField] {
        addressTexts.map {
            .text("\(name).\($0.name)", "\(label), \($0.label)", path.appending(path: $0.path))
        }
            + [
                .flag(
                    "\(name).isResidential", "\(label), Is Residential", path.appending(path: \.isResidential)
                )
            ]
    }
}
