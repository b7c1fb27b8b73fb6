internal import CarrierCore
internal import TerminalKit

enum DraftChoice { case goOn, discard, later }

/// Tells of a draft that was kept, and asks what becomes of it.
func offerDraft(_ desk: Desk, _ draft: KeptDraft) async throws -> DraftChoice {
    let subject =
        switch draft.subject {
        case .newCarrier: "A new carrier"
        case .carrier(let id): "Changes to the carrier \(try desk.store.carrier(id: id).name)"
        case .adapter(let id):
            "Changes to \(try desk.store.adapters().first { $0.id == id }?.name ?? "an adapter")"
        }
    let date = LocalDate.text(draft.at, try desk.store.settings().dateForm)
    let text = """
        \(subject), last typed in on \(date), could not be saved before the program or its connection ended.
        Continue opens what you typed, Discard throws it away, and Later asks again at the next start.
        """
    let window = Window.message(
        .question, title: "Unsaved Changes", text: text,
        buttons: [
            Button("&Continue", closes: .yes, isDefault: true), Button("&Discard", closes: "discard"),
            Button("&Later", closes: .cancel),
        ])
    window.help = StartHelp.drafts
    return switch await desk.program.present(window) {
    case .yes: .goOn
    case "discard": .discard
    default: .later
    }
}
