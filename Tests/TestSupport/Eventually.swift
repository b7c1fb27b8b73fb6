import Foundation

/// What was waited for and did not come.
public struct DidNotCome: Error, CustomStringConvertible {
    public let description: String

    public init(_ description: String) {
        self.description = description
    }
}

/// Awaits `body`, which must end by itself when cancelled; throws when it takes longer than `seconds`.
public func within(seconds: Double, _ body: @escaping @Sendable () async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask(operation: body)
        group.addTask {
            try await Task.sleep(for: .seconds(seconds))
            throw DidNotCome("waited \(seconds) s in vain")
        }
        try await group.next()
        group.cancelAll()
    }
}

/// Looks again and again until `look` gives a value; throws with what was last seen after `seconds`.
@discardableResult
public func eventually<Value>(
    within seconds: Double = 15, seen: () -> String = { "nothing" }, _ look: () async throws -> Value?
) async throws -> Value {
    let end = Date(timeIntervalSinceNow: seconds)
    while true {
        if let value = try await look() { return value }
        guard Date() < end else { throw DidNotCome("waited \(seconds) s; last seen: \(seen())") }
        try await Task.sleep(for: .milliseconds(20))
    }
}
