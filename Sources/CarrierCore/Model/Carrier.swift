/// A UPS carrier as the Carrier Editor shows it: everything but its keys and secrets.
public struct Carrier: Sendable, Equatable {
    /// Nil until it is stored.
    public var id: Int64?
    /// Counts the saves; a save made from an older version is refused.
    public var version = 0

    /// Unique, whether in capitals or not; 1 to 50 characters.
    public var name: String
    public var writeBackRate = WriteBackRate.list
    public var weightUnit = WeightUnit.pounds
    public var dimensionUnit = DimensionUnit.inches
    public var isInactive = false
    public var autoCreateReturnShipment = false
    /// Names of report files in the reports folder.
    public var customReports: [String] = []
    public var rateAdjustment = RateAdjustment()
    public var defaultPrinter = ""
    public var companyAddress = Address()
    public var shipFromAddress = ShipFromAddress()

    public var restrictedServices: [Service] = []
    public var endpoint = EndpointType.production
    public var apiType = APIType.rest
    public var customerClassification = CustomerClassification.shipperNumber
    public var pickupType = PickupType.dailyPickup
    public var importCustomsLines = true
    public var sendExtendedReferenceFields = false
    public var paperlessCommercialInvoice = false
    public var defaultLabel = LabelFormat.zpl4x6

    public var authorizationMethod = AuthorizationMethod.authorizationCode
    /// The application of the customer's own, for the customer methods; its secret is sealed in the store.
    public var customerClientID = ""
    public var customerRedirectURI = ""

    public var accounts: [ShipperAccount] = []

    /// A new carrier with the defaults of the editor.
    public init(name: String = "") {
        self.name = name
    }

    /// The address parcels start from.
    public var effectiveShipFrom: Address {
        shipFromAddress.useCompanyAddress ? companyAddress : shipFromAddress.address
    }

    /// As it is stored: no spaces around texts, codes in upper case, no address twice, one default account.
    public func normalized() -> Carrier {
        var copy = self
        copy.name = name.trimmed()
        copy.customReports = customReports.map { $0.trimmed() }.withoutRepetitions()
        copy.defaultPrinter = defaultPrinter.trimmed()
        copy.companyAddress = companyAddress.normalized()
        copy.shipFromAddress.address =
            shipFromAddress.useCompanyAddress ? Address() : shipFromAddress.address.normalized()
        copy.restrictedServices = Service.allCases.filter(restrictedServices.contains)
        copy.customerClientID = customerClientID.trimmed()
        copy.customerRedirectURI = customerRedirectURI.trimmed()
        copy.accounts = accounts.map { $0.normalized() }
        copy.settleDefaultAccount()
        return copy
    }
}

extension String {
    /// Without the spaces around it; other white space is for `validate()` to name.
    func trimmed() -> String {
        guard first == " " || last == " " else { return self }
        var rest = self[...].drop { $0 == " " }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}

extension Array where Element: Hashable {
    func withoutRepetitions() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
