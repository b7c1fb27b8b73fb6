extension TokenAnswer {
    /// Nil where the body is not a token answer.
    init?(_ response: HTTPResponse, receivedAt: Int64) {
        guard let json = JSON.read(response.body) else { return nil }
        let server = response.headers["date"].flatMap(HTTPDate.milliseconds)
        self.init(
            json, receivedAt: receivedAt,
            clocksAgree: server.map { abs($0 - receivedAt) <= Self.clockTolerance } ?? true)
    }
}
