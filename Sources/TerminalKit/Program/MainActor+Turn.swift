extension MainActor {
    /// Lets everything go first that the main actor has been given so far.
    ///
    /// `Task.yield()` comes back by way of another thread, and so in no certain order.
    @MainActor
    static func turn() async {
        await Task { @MainActor in }.value
    }
}
