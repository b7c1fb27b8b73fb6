extension OAuthClient {
    /// RFC 7617; nil without a secret.
    var basicAuthorization: Secret? {
        secret.map { secret in
            let pair = Array(id.utf8) + [UInt8(ascii: ":")] + secret.withBytes { Array($0) }
            return Secret("Basic " + Base64.encode(pair))
        }
    }
}
