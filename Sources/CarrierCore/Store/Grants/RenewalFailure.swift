import GRDB

/// Why the last renewal of a key that was given up failed, for those who waited for it. Its count tells them whether that
/// was before or after they began to wait.
struct RenewalFailure {
    /// The assignments that write one down, with their values.
    static let assignments = """
        failures = failures + 1, failureCode = ?, failureMessage = ?, failureAdvice = ?
        """

    static func values(_ error: CarrierError) -> StatementArguments {
        [error.code.rawValue, error.message, error.advice]
    }

    let error: CarrierError

    /// Nil where none has failed since there were `count` failures.
    init?(row: Row, after count: Int64) {
        guard (row["failures"] as Int64) > count, let code = row["failureCode"] as String?,
            let message = row["failureMessage"] as String?, let advice = row["failureAdvice"] as String?
        else { return nil }
        error = CarrierError(CarrierError.Code(rawValue: code), message, advice: advice)
    }
}
