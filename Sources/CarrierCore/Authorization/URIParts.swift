/// The parts of an absolute http address that a redirect is compared by (RFC 3986 §3).
struct URIParts: Equatable {
    let scheme: String
    let userInfo: String?
    let host: String
    let port: Int
    let path: String
    /// Not decoded.
    let query: String

    /// Nil where the text is not an absolute http or https address.
    init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        guard let standardPort = ["http": 80, "https": 443][scheme] else { return nil }
        let rest = text[separator.upperBound...].prefix { $0 != "#" }
        let authorityEnd = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "\\" } ?? rest.endIndex
        var authority = rest[..<authorityEnd]
        if let at = authority.lastIndex(of: "@") {
            userInfo = String(authority[..<at])
            authority = authority[authority.index(after: at)...]
        } else {
            userInfo = nil
        }
        let hostEnd =
            authority.hasPrefix("[")
            ? authority.firstIndex(of: "]").map { authority.index(after: $0) } ?? authority.endIndex
            : authority.firstIndex(of: ":") ?? authority.endIndex
        host = authority[..<hostEnd].lowercased()
        let afterHost = authority[hostEnd...]
        if afterHost.isEmpty || afterHost == ":" {
            port = standardPort
        } else if let number = UInt16(afterHost.dropFirst()), afterHost == ":\(number)" {
            port = Int(number)
        } else {
            return nil
        }
        guard !host.isEmpty else { return nil }
        let tail = rest[authorityEnd...]
        let queryStart = tail.firstIndex(of: "?") ?? tail.endIndex
        path = queryStart == tail.startIndex ? "/" : String(tail[..<queryStart])
        query = String(tail[queryStart...].dropFirst())
    }

    /// Throws where the address is another than the registered one, saying which part differs.
    func check(isAt registered: URIParts) throws(CarrierError) {
        let differing: String? =
            if userInfo != nil {
                "it has a user name in it"
            } else if scheme != registered.scheme {
                "it begins with \(scheme), not \(registered.scheme)"
            } else if host != registered.host {
                "its host is another than the redirect URI's"
            } else if port != registered.port {
                "its port is another than the redirect URI's"
            } else if path != registered.path {
                "its path is another than the redirect URI's"
            } else {
                nil
            }
        if let differing {
            throw RedirectAddress.invalid(
                "This is not the address UPS sends the browser to: \(differing)",
                "Finish the sign-in at UPS, then copy the address it ends at.")
        }
    }
}
