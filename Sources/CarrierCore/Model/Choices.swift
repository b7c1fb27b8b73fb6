/// Which of UPS's two worlds is used; a token of one never works on the other.
public enum EndpointType: String, CodedValue {
    case test, production

    public var title: String { self == .test ? "Test" : "Production" }
}

/// How UPS is spoken to.
public enum APIType: String, CodedValue {
    /// Access keys, which UPS has accepted none of since 2024-08-05.
    case legacy
    case rest

    public var title: String { self == .legacy ? "Web Services (Legacy)" : "REST API" }
}

/// The rate an adjustment starts from.
public enum WriteBackRate: String, CodedValue {
    case list, account

    public var title: String { self == .list ? "List" : "Account" }
}

/// UPS's codes for units of weight.
public enum WeightUnit: String, CodedValue {
    case pounds = "LBS"
    case kilograms = "KGS"
    case ounces = "OZS"

    public var title: String { rawValue }
}

/// UPS's codes for units of length.
public enum DimensionUnit: String, CodedValue {
    case inches = "IN"
    case centimeters = "CM"

    public var title: String { rawValue }
}

/// UPS's customer classification codes.
public enum CustomerClassification: String, CodedValue {
    case shipperNumber = "00"
    case daily = "01"
    case retail = "04"
    case regional = "05"
    case generalList = "06"
    case standardList = "53"

    public var title: String {
        switch self {
        case .shipperNumber: "Rates of the Shipper Number"
        case .daily: "Daily Rates"
        case .retail: "Retail Rates"
        case .regional: "Regional Rates"
        case .generalList: "General List Rates"
        case .standardList: "Standard List Rates"
        }
    }
}

/// UPS's pickup type codes.
public enum PickupType: String, CodedValue {
    case dailyPickup = "01"
    case customerCounter = "03"
    case oneTimePickup = "06"
    case letterCenter = "19"
    case airServiceCenter = "20"

    public var title: String {
        switch self {
        case .dailyPickup: "Daily Pickup"
        case .customerCounter: "Customer Counter"
        case .oneTimePickup: "One-Time Pickup"
        case .letterCenter: "Letter Center"
        case .airServiceCenter: "Air Service Center"
        }
    }
}

/// UPS's service codes.
public enum Service: String, CodedValue {
    case nextDayAir = "01"
    case secondDayAir = "02"
    case ground = "03"
    case worldwideExpress = "07"
    case worldwideExpedited = "08"
    case standard = "11"
    case threeDaySelect = "12"
    case nextDayAirSaver = "13"
    case nextDayAirEarly = "14"
    case worldwideExpressPlus = "54"
    case secondDayAirAM = "59"
    case saver = "65"
    case worldwideExpressFreightMidday = "71"
    case heavyGoods = "75"
    case worldwideExpressFreight = "96"

    public var title: String {
        switch self {
        case .nextDayAir: "Next Day Air"
        case .secondDayAir: "2nd Day Air"
        case .ground: "Ground"
        case .worldwideExpress: "Worldwide Express"
        case .worldwideExpedited: "Worldwide Expedited"
        case .standard: "Standard"
        case .threeDaySelect: "3 Day Select"
        case .nextDayAirSaver: "Next Day Air Saver"
        case .nextDayAirEarly: "Next Day Air Early"
        case .worldwideExpressPlus: "Worldwide Express Plus"
        case .secondDayAirAM: "2nd Day Air A.M."
        case .saver: "Saver"
        case .worldwideExpressFreightMidday: "Worldwide Express Freight Midday"
        case .heavyGoods: "Heavy Goods"
        case .worldwideExpressFreight: "Worldwide Express Freight"
        }
    }
}

/// Label formats, the thermal ones with their stock in inches.
public enum LabelFormat: String, CodedValue {
    case gif = "GIF"
    case png = "PNG"
    case pdf = "PDF"
    case zpl4x6 = "ZPL 4×6"
    case zpl4x8 = "ZPL 4×8"
    case epl4x6 = "EPL 4×6"
    case epl4x8 = "EPL 4×8"
    case spl4x6 = "SPL 4×6"
    case spl4x8 = "SPL 4×8"

    public var title: String { rawValue }
}

/// How a key is obtained from UPS; the codes are the command line's names.
public enum AuthorizationMethod: String, CodedValue {
    /// No key at all; adapters start with it.
    case legacy
    /// A person signs in to the installation's own application (RFC 6749 §4.1).
    case authorizationCode = "authorization-code"
    /// The customer's application speaks for itself (RFC 6749 §4.4).
    case customerClientCredentials = "client-credentials"
    /// A person signs in to the customer's application (RFC 6749 §4.1).
    case customerAuthorizationCode = "customer-authorization-code"

    public var title: String {
        switch self {
        case .legacy: "Legacy Authentication"
        case .authorizationCode: "Authorization Code"
        case .customerClientCredentials: "Customer Client Credentials"
        case .customerAuthorizationCode: "Customer Authorization Code"
        }
    }

    /// Whether it needs an application of the customer's own: Client ID and Client Secret.
    public var usesCustomerApplication: Bool {
        self == .customerClientCredentials || self == .customerAuthorizationCode
    }

    /// Whether a person signs in, which also means that there is a refresh token.
    public var needsSignIn: Bool { self == .authorizationCode || self == .customerAuthorizationCode }
}
