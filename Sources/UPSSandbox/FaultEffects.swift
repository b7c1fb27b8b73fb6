/// What each fault does to an answer.
extension SandboxFault {
    /// The answer of a fault that keeps the request from being carried out.
    var answerInsteadOfWork: Answer? {
        switch name {
        case .blocked:
            return Answer(Refusal(status: 403, code: "10403", message: "The merchant is blocked"))
        case .rateLimit:
            var answer = Answer(Refusal(status: 429, code: "10429", message: "Too many requests"))
            if let value { answer.headers.append(("Retry-After", String(value))) }
            return answer
        case .internalError:
            return Answer(Refusal(status: 500, code: "10500", message: "Internal server error"))
        case .unavailable:
            return Answer(Refusal(status: 503, code: "10503", message: "The service is not available"))
        case .gatewayPage:
            return Answer(
                html: "<html><head><title>502</title></head><body><h1>Bad Gateway</h1></body></html>\n",
                status: 502)
        case .emptyAnswer:
            return Answer(status: 200)
        case .brokenJSON:
            var answer = Answer(json: ["token_type": "Bearer"])
            answer.body.removeFirst(2)
            return answer
        case .cutBefore:
            return Answer(status: 0, delivery: .none)
        case .cutAfter, .halfAnswer, .shortAnswer, .slow, .clockSkew:
            return nil
        }
    }

    /// What happens to the answer of a request that has been carried out.
    func spoil(_ answer: inout Answer) {
        switch name {
        case .cutAfter: answer.delivery = .none
        case .halfAnswer: answer.delivery = .half
        case .shortAnswer: answer.body.removeLast(answer.body.count / 2)
        case .slow: answer.delay += .seconds(value ?? 5)
        default: return
        }
    }

    /// Seconds by which the `Date` header is wrong.
    var dateSkew: Int { name == .clockSkew ? value ?? 3600 : 0 }
}
