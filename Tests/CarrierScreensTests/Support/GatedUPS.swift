import CarrierCore

/// A UPS that answers every call with a new key, once it is opened.
@MainActor final class GatedUPS: HTTPClient {
    private var held: [CheckedContinuation<Void, Never>] = []
    private var isOpen = false

    var waiting: Int { held.count }

    func open() {
        isOpen = true
        for call in held { call.resume() }
        held = []
    }

    private func pass() async {
        guard !isOpen else { return }
        await withCheckedContinuation { held.append($0) }
    }

    nonisolated func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        await pass()
        return try await GrantingUPS(time: MovableTime(ScreenStage.start), life: 60 * 86_400).send(request)
    }
}
