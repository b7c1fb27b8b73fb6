extension OAuthClient {
    /// RFC 7617; nil without a secret.
    var basicAuthorization: Secret? {
        guard let secret else { return nil }
        let pair = WipedBuffer()
        pair.append("\(id):".utf8)
        pair.append(secret)
        let header = WipedBuffer()
        header.append("Basic ".utf8)
        header.append(Base64.encode(pair.secret()))
        return header.secret()
    }
}
