/// Events on their way from a terminal to its one consumer: kept until there is one, then handed over as they come.
///
/// A function and no stream: between a stream's two elements lies a change of threads, which every key would wait for.
@MainActor
public final class EventFeed {
    private var receive: (@MainActor (Event?) -> Void)?
    /// What came before there was a consumer; nil is the end.
    private var waiting: [Event?] = []
    private var isOver = false
    private var isConsumerBusy: () -> Bool = { false }

    public init() {}

    public var isConnected: Bool { receive != nil }

    /// Whether its consumer is still at what it was handed.
    var isBusy: Bool { isConsumerBusy() }

    /// Hands over all events from the first on, in order, and nil once after the last: the terminal is gone.
    ///
    /// - Parameter isBusy: whether there is something left to be done about those that were handed over.
    public func connect(
        isBusy: @escaping @MainActor () -> Bool = { false }, _ receive: @escaping @MainActor (Event?) -> Void
    ) {
        self.receive = receive
        isConsumerBusy = isBusy
        for event in waiting { receive(event) }
        waiting = []
    }

    /// Takes an event from the terminal; none after the end.
    public func put(_ event: Event) {
        guard !isOver else { return }
        hand(event)
    }

    /// No more will come.
    public func end() {
        guard !isOver else { return }
        isOver = true
        hand(nil)
    }

    private func hand(_ event: Event?) {
        if let receive { receive(event) } else { waiting.append(event) }
    }
}
