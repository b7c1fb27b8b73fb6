extension OAuthClient {
    /// The header of RFC 7617; nil without a secret.
    var basicAuthorization: Secret? {
        guard let basicCredentials else { return nil }
        let header = WipedBuffer()
        header.append("Basic ".utf8)
        header.append(basicCredentials)
        return header.secret()
    }

    /// What that header says; nil without a secret.
    var basicCredentials: Secret? {
        guard let secret else { return nil }
        let pair = WipedBuffer()
        pair.append("\(id):".utf8)
        pair.append(secret)
        return Base64.encode(pair.secret())
    }
}
