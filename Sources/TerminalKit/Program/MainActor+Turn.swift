extension MainActor {
    /// Lets everything go first that the main actor has been given so far, and whoever is being resumed: they, too, come
    /// back by way of another thread.
    @MainActor
    static func turn() async {
        await withCheckedContinuation { continuation in
            Task { @MainActor in continuation.resume() }
        }
    }
}
