/// Of an address what decides how it may be called: https anywhere, http on loopback alone.
struct HTTPAddress {
    let scheme: String
    let isLoopback: Bool

    init(_ url: String) throws(TransportError) {
        guard let separator = url.firstRange(of: "://") else {
            throw TransportError(.notSent, reason: "not an absolute address")
        }
        scheme = url[..<separator.lowerBound].lowercased()
        let authority = url[separator.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !authority.contains("@"), !authority.contains("\\") else {
            throw TransportError(.notSent, reason: "an address with a user name in it is not called")
        }
        isLoopback = Self.isLoopback(host: Self.host(of: authority))
        guard scheme == "https" || (scheme == "http" && isLoopback) else {
            throw TransportError(.notSent, reason: "only https is called, and http on loopback")
        }
    }

    /// 127.0.0.0/8 in dotted form, `localhost`, or `[::1]`.
    static func isLoopback(host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }

    /// For logs: a query may hold a state or a code.
    static func withoutQuery(_ url: String) -> Substring {
        url.prefix { $0 != "?" && $0 != "#" }
    }

    private static func host(of authority: Substring) -> String {
        let host =
            authority.hasPrefix("[")
            ? authority.prefix { $0 != "]" } + "]"
            : authority.prefix { $0 != ":" }
        return host.lowercased()
    }
}
