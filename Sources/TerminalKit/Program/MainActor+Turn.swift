extension MainActor {
    /// Lets everything go first that the main actor has been given so far.
    @MainActor
    static func turn() async {
        await withCheckedContinuation { continuation in
            Task { @MainActor in continuation.resume() }
        }
    }

    /// Calls a function after so many turns, without leaving the main actor's thread.
    @MainActor
    static func after(turns: Int, _ body: @escaping @MainActor () -> Void) {
        Task {
            if turns > 1 { after(turns: turns - 1, body) } else { body() }
        }
    }
}
