internal import CarrierCore
internal import TerminalKit

/// Brings a new key in: by a sign-in at UPS, or with the app's own credentials. Nil when there is none.
///
/// - Parameter isPasting: the manual way, with the window `Retrieve Authorization Code` at once.
func addKey(_ desk: Desk, _ holder: KeyHolder, isPasting: Bool = false) async -> Grant? {
    while true {
        switch await askForKey(desk, holder, isPasting: isPasting) {
        case .success(let grant):
            let sentences = ["The access token was generated successfully.", holder.advice].compactMap(\.self)
            await desk.program.inform(holder.action, sentences.joined(separator: "\n"), kind: .success)
            return grant
        case .failure(let error):
            guard await wantsToTryAgain(desk, holder, error) else { return nil }
        case nil: return nil
        }
    }
}

/// One try; nil when the person gave it up.
private func askForKey(_ desk: Desk, _ holder: KeyHolder, isPasting: Bool) async -> Result<
    Grant, CarrierError
>? {
    do {
        let request = try holder.request()
        if !request.method.needsSignIn {
            let grant = try await desk.program.waiting(
                for: "Verifying the credentials at UPS", title: holder.action
            ) {
                try await desk.authorizer.verify(request)
            }
            return .success(grant)
        }
        let attempt = try await desk.program.waiting(
            for: "Asking UPS whether it knows the app", title: holder.action
        ) {
            let attempt = try await desk.authorizer.begin(request)
            try Task.checkCancellation()
            return attempt
        }
        return await SignIn(desk, holder, attempt).run(isPasting: isPasting)
    } catch let error as CarrierError {
        return Task.isCancelled || error.isCancellation ? nil : .failure(error)
    } catch {
        // Only the person ends it otherwise, with Cancel.
        return nil
    }
}

private func wantsToTryAgain(_ desk: Desk, _ holder: KeyHolder, _ error: CarrierError) async -> Bool {
    // What UPS does not know it knows no better a second time: first something has to be corrected.
    let mayHelp = (error.underlying as? UPSError)?.cause != .unknownClient
    let again = Button("&Try Again", closes: .yes, isDefault: mayHelp)
    let close = Button("&Close", closes: .cancel, isDefault: !mayHelp)
    let message = Window.message(
        .error, title: holder.action, text: error.description, buttons: [again, close])
    message.moveFocus(to: mayHelp ? again : close)
    return await desk.program.present(message) == .yes
}

extension CarrierError {
    /// Whether the person gave up waiting for UPS, and knows that.
    var isCancellation: Bool { (underlying as? UPSError)?.cause == .cancelled }
}
