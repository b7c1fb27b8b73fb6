extension Program {
    /// Shows a message and waits until it is closed.
    public func inform(_ title: String, _ text: String, kind: MessageKind = .information) async {
        await present(.message(kind, title: title, text: text))
    }

    /// Asks a question; true for the first answer.
    public func ask(
        _ title: String, _ text: String, yes: Caption = "&Yes", no: Caption = "&No",
        kind: MessageKind = .question
    ) async -> Bool {
        let buttons = [Button(yes, closes: .yes, isDefault: true), Button(no, closes: .cancel)]
        return await present(.message(kind, title: title, text: text, buttons: buttons)) == .yes
    }

    /// Runs work behind a window that tells what it waits for and for how long; Cancel and Esc cancel the
    /// work.
    ///
    /// The window stays until the work has ended, for cancelled work may have something to finish.
    public func waiting<Value: Sendable>(
        for purpose: String, title: String = "Please wait",
        _ work: @escaping @MainActor () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await work() }
        let spinner = Spinner(purpose)
        let window = Window(title, buttons: [.cancel()]) { spinner }
        window.mayClose = { command in
            task.cancel()
            spinner.purpose = "Cancelling"
            return command == .quit
        }
        open(window) { _ in }
        defer { dismiss(window, with: .ok) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
