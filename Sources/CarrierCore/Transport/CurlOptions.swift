/// What of the environment libcurl is told by us; the rest (proxies) it reads itself.
public struct CurlOptions: Sendable {
    /// A file of certificate authorities in place of the system's.
    public var authorities: String?

    public init(authorities: String? = nil) {
        self.authorities = authorities
    }

    /// `CURL_CA_BUNDLE`, then `SSL_CERT_FILE`: the curl tool reads them, libcurl does not.
    public init(environment: [String: String]) {
        authorities = ["CURL_CA_BUNDLE", "SSL_CERT_FILE"].lazy
            .compactMap { environment[$0] }
            .first { !$0.isEmpty }
    }
}
