/// The names of CLI.md, in its order.
enum CarrierFields {
    private static let initial = Carrier()
    private static let blank = Address()
    private static let unchanged = RateAdjustment()

    static let all = FieldList<Carrier>(
        general + [
            Field("defaultPrinter", \.defaultPrinter, cleared: "")
        ] + address.map { Field("companyAddress", \.companyAddress, $0) }
            + shipFrom.map { Field("shipFromAddress", \.shipFromAddress, $0) } + api)

    static let account = FieldList<ShipperAccount>([
        Field("name", \.name, cleared: ""),
        Field("number", \.number, cleared: ""),
        Field("postalCode", \.postalCode, cleared: ""),
        Field("country", \.country, cleared: "US"),
        Field("hasRecentInvoice", \.hasRecentInvoice, cleared: false),
        Field("isDefault", \.isDefault, cleared: false),
    ])

    private static let general: [Field<Carrier>] =
        [
            Field("name", \.name, cleared: ""),
            Field("writeBackRate", \.writeBackRate, cleared: initial.writeBackRate),
            Field("weightUnit", \.weightUnit, cleared: initial.weightUnit),
            Field("dimensionUnit", \.dimensionUnit, cleared: initial.dimensionUnit),
            Field("isInactive", \.isInactive, cleared: false),
            Field("autoCreateReturnShipment", \.autoCreateReturnShipment, cleared: false),
            Field("customReports", \.customReports, cleared: []),
        ]
        + [
            Field<RateAdjustment>("markupPercent", \.markupPercent, cleared: unchanged.markupPercent),
            Field("markupAmount", \.markupAmount, cleared: unchanged.markupAmount),
            Field("rounding", \.rounding, cleared: unchanged.rounding),
            Field("decimalPlaces", \.decimalPlaces, cleared: unchanged.decimalPlaces),
        ].map { Field("rateAdjustment", \.rateAdjustment, $0) }

    private static let address: [Field<Address>] = [
        Field("companyName", \.companyName, cleared: ""),
        Field("title", \.title, cleared: ""),
        Field("attention", \.attention, cleared: ""),
        Field("addressLine1", \.addressLine1, cleared: ""),
        Field("addressLine2", \.addressLine2, cleared: ""),
        Field("addressLine3", \.addressLine3, cleared: ""),
        Field("city", \.city, cleared: ""),
        Field("state", \.state, cleared: ""),
        Field("country", \.country, cleared: blank.country),
        Field("postalCode", \.postalCode, cleared: ""),
        Field("isResidential", \.isResidential, cleared: false),
        Field("phone", \.phone, cleared: ""),
        Field("fax", \.fax, cleared: ""),
        Field("email", \.email, cleared: ""),
        Field("taxID", \.taxID, cleared: ""),
    ]

    private static let shipFrom: [Field<ShipFromAddress>] =
        [Field("useCompanyAddress", \.useCompanyAddress, cleared: false)]
        + address.map { Field(nil, \.address, $0) }

    private static let api: [Field<Carrier>] = [
        Field("restrictedServices", \.restrictedServices, cleared: []),
        Field("endpoint", \.endpoint, cleared: initial.endpoint),
        Field("apiType", \.apiType, cleared: initial.apiType),
        Field("customerClassification", \.customerClassification, cleared: initial.customerClassification),
        Field("pickupType", \.pickupType, cleared: initial.pickupType),
        Field("importCustomsLines", \.importCustomsLines, cleared: false),
        Field("sendExtendedReferenceFields", \.sendExtendedReferenceFields, cleared: false),
        Field("paperlessCommercialInvoice", \.paperlessCommercialInvoice, cleared: false),
        Field("defaultLabel", \.defaultLabel, cleared: initial.defaultLabel),
        Field("authorizationMethod", \.authorizationMethod, cleared: initial.authorizationMethod),
        Field("customerClientID", \.customerClientID, cleared: ""),
        Field("customerRedirectURI", \.customerRedirectURI, cleared: ""),
    ]
}
