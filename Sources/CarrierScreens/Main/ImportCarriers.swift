internal import CarrierCore
internal import TerminalKit

/// Asks for a file, shows what its carriers would do to the store, and imports all of them or none.
///
/// Returns the name of the first carrier that was created or replaced; nil when nothing was.
func importCarriers(_ desk: Desk) async -> String? {
    let path = TextField("", maxLength: 4096, columns: 40)
    path.help = FieldHelp.importPath
    var outcome: ImportOutcome?
    let window = Window("Import Carriers", buttons: [.ok(), .cancel()]) {
        Form { Field("&File", path, isRequired: true) }
    }
    window.help = FieldHelp.importPath
    window.mayClose = { command in
        guard command == .ok else { return true }
        do {
            let bytes = try desk.outside.readFile(path.text)
            let document = try CarrierDocument(parsing: bytes)
            let plan = try await plan(document, desk)
            guard let conflict = await ask(plan, desk) else { return false }
            let (store, actor) = (desk.store, desk.session.actor)
            outcome = try await desk.working("Importing") {
                try store.importCarriers(document, onConflict: conflict, by: actor)
            }
            return true
        } catch let error as CarrierError where error.code == .invalid {
            path.show(problem: "\(path.text): \(error.description)")
            path.focus()
        } catch {
            await desk.report(error)
        }
        return false
    }
    await desk.program.present(window)
    guard let outcome else { return nil }
    await desk.program.inform("Import Carriers", outcome.sentence, kind: .success)
    return outcome.created.first ?? outcome.replaced.first
}

/// A carrier of the file and whether the store has one of its name.
private nonisolated struct PlannedCarrier: Identifiable, Sendable {
    let id: Int
    let name: String
    let isPresent: Bool
}

private func plan(_ document: CarrierDocument, _ desk: Desk) async throws -> [PlannedCarrier] {
    let (store, names) = (desk.store, document.carriers.map { $0.normalized().name })
    return try await desk.working("Comparing with the store") {
        let present = try store.takenNames(among: names)
        return names.enumerated().map { PlannedCarrier(id: $0, name: $1, isPresent: present.contains($1)) }
    }
}

/// Shows what would happen and asks what to do with names that are taken; nil when nothing is to happen.
private func ask(_ plan: [PlannedCarrier], _ desk: Desk) async -> ImportConflict? {
    let taken = plan.filter(\.isPresent)
    let table = Table(
        [
            TableColumn<PlannedCarrier>("Carrier Name", width: 30, weight: 1) { $0.name },
            TableColumn<PlannedCarrier>("Import", width: 24, role: { $0.isPresent ? .warning : .success }) {
                $0.isPresent ? "is in the store already" : "will be created"
            },
        ], rows: plan)
    table.height = min(12, plan.count + 1)
    table.emptyText = "The file holds no carriers."
    var buttons = [Button("&Import", closes: .ok, isDefault: true), .cancel()]
    var text = "\(plan.counted("carrier")) will be created."
    if !taken.isEmpty {
        text = """
            \(plan.count - taken.count) of \(plan.counted("carrier")) will be created, \(taken.count) \
            \(taken.count == 1 ? "is" : "are") in the store already. Replace takes the file's over and keeps the keys, \
            Skip leaves the store's as they are.
            """
        buttons = [Button("&Replace", closes: "replace"), Button("&Skip", closes: "skip"), .cancel()]
    }
    buttons.first?.isEnabled = !plan.isEmpty
    let window = Window("Import Carriers", buttons: buttons) {
        Paragraph(text, maxWidth: 66)
        table
    }
    window.help = FieldHelp.importPlan
    return switch await desk.program.present(window) {
    case .ok: .refuse
    case "replace": .replace
    case "skip": .skip
    default: nil
    }
}

extension ImportOutcome {
    fileprivate var sentence: String {
        "\(created.counted("carrier")) created, \(replaced.count) replaced, \(skipped.count) skipped."
    }
}
