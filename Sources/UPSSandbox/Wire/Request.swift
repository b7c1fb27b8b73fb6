/// A request as the sandbox judges it.
struct Request: Sendable {
    var method: String
    /// As sent, still percent-encoded.
    var path: String
    var query = Form()
    /// By lower-case name.
    var headers: [String: String] = [:]
    var body = ""

    /// The body as a form.
    /// - Throws: a 400 if the Content-Type is another.
    func form() throws(Refusal) -> Form {
        let type = headers["content-type"]?.split(separator: ";").first?.lowercased()
        guard type?.filter({ $0 != " " }) == "application/x-www-form-urlencoded" else {
            throw .invalid("The Content-Type must be application/x-www-form-urlencoded")
        }
        return Form(encoded: body)
    }
}
