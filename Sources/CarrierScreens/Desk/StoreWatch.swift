internal import CarrierCore
internal import TerminalKit

/// Notices that another process has written to the store.
struct StoreWatch {
    private let desk: Desk
    private var version: Int64?
    private var lastLook: Duration?

    init(_ desk: Desk) {
        self.desk = desk
        version = try? desk.store.dataVersion()  // as below
    }

    /// True once after each change; false without looking when the last look was a moment ago, or while the store is
    /// at work for this program, which would have to be waited for.
    mutating func hasChanged(atMostEvery pause: Duration) -> Bool {
        let now = desk.program.now
        if desk.pendingWork > 0 { return false }
        if let lastLook, now - lastLook < pause { return false }
        lastLook = now
        // A store that cannot be read says so where it is read for its content.
        guard let current = try? desk.store.dataVersion() else { return false }
        defer { version = current }
        return version != nil && version != current
    }
}
