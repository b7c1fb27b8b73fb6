internal import CarrierCore
internal import TerminalKit

/// A line of Refresh Keys: a key, and what has come of its renewal.
nonisolated struct RefreshLine: Identifiable {
    enum Outcome {
        case notAsked
        case waiting
        case renewed
        case failed(CarrierError)
    }

    var key: OwnedGrant
    /// How the key stands.
    var standing: KeyStanding
    var outcome = Outcome.notAsked

    var id: Int64 { key.grant.id }

    var isRenewed: Bool { if case .renewed = outcome { true } else { false } }
    var problem: CarrierError? { if case .failed(let error) = outcome { error } else { nil } }
}

extension RefreshLine {
    @MainActor static var columns: [TableColumn<RefreshLine>] {
        var outcome = TableColumn<RefreshLine>("Outcome", width: 26, weight: 2, isSortable: false) {
            $0.outcome.words
        }
        outcome.role = { $0.outcome.kind?.role }
        outcome.mark = { $0.outcome.kind }
        return [
            TableColumn("Key of", width: 16, weight: 1, limit: 50) { $0.key.ownerName },
            TableColumn("Endpoint", width: 10) { $0.key.grant.endpoint.title },
            TableColumn<RefreshLine>(
                "Key", width: 12, role: { $0.standing.state.role }, text: { $0.standing.word }
            ).sorted { $0.standing.urgency },
            outcome,
        ]
    }
}

extension RefreshLine.Outcome {
    var words: String {
        switch self {
        case .notAsked: ""
        case .waiting: "waiting"
        case .renewed: "renewed"
        case .failed(let error): error.message
        }
    }

    /// A key that can be tried again later is a warning, one that needs a person an error.
    var kind: MessageKind? {
        switch self {
        case .notAsked, .waiting: nil
        case .renewed: .success
        case .failed(let error): [.unavailable, .busy].contains(error.code) ? .warning : .error
        }
    }
}
