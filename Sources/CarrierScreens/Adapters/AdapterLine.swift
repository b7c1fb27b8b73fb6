internal import CarrierCore
internal import TerminalKit

/// A row of the table of adapters.
nonisolated struct AdapterLine: Identifiable {
    let standing: AdapterStanding

    var adapter: Adapter { standing.adapter }
    var status: AdapterStatus { standing.status }
    var id: String { adapter.name }

    @MainActor static var columns: [TableColumn<AdapterLine>] {
        [
            TableColumn("Adapter", width: 20) { $0.adapter.name },
            TableColumn("Authorization", width: 27) { $0.adapter.authorizationOption.title },
            TableColumn("Status", width: 16, role: { $0.status.role }, text: { $0.status.title }),
            TableColumn("Shippers", width: 8, weight: 1) { line in
                let shippers = line.adapter.shippers
                return shippers.count > 1 ? shippers.counted("shipper") : shippers.joined()
            },
        ]
    }
}

extension AdapterStatus {
    /// The colour that says the same as the words.
    nonisolated var role: TerminalKit.Role {
        switch self {
        case .ready: .success
        case .needMaintenance: .warning
        case .signInNeeded: .error
        case .notAuthorized: .faint
        }
    }
}
