extension MainActor {
    /// Lets everything go first that the main actor has been given so far.
    ///
    /// `Task.yield()` and a task's `value` come back by way of another thread, and so in no certain order.
    @MainActor
    static func turn() async {
        await withCheckedContinuation { continuation in
            Task { @MainActor in continuation.resume() }
        }
    }
}
