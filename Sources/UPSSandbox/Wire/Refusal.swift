/// An error answer of UPS: the status, a code, and a message. The codes are UPS's where one is known, and
/// otherwise 10 and the status in the same manner.
struct Refusal: Error, Sendable, Equatable {
    var status: Int
    var code: String
    var message: String

    /// A field is missing or wrong, or the redirect URI is not the registered one.
    static func invalid(_ message: String) -> Refusal {
        Refusal(status: 400, code: "10400", message: message)
    }

    /// The client is unknown, or its secret is wrong or missing.
    static func unknownClient(_ message: String) -> Refusal {
        Refusal(status: 401, code: "10401", message: message)
    }

    /// The access token is expired, revoked or unknown, or the application lacks the product.
    static let invalidToken = Refusal(
        status: 401, code: "250002", message: "Invalid authentication information")

    static let unknownPath = Refusal(status: 404, code: "10404", message: "There is nothing at this path")
    static let wrongMethod = Refusal(
        status: 405, code: "10405", message: "This path does not take this method")
}
