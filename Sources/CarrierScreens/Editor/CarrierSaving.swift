internal import CarrierCore
internal import TerminalKit

extension CarrierEditor {
    /// Stores the form; false leaves the window open, with everything that was typed.
    func save() async -> Bool {
        if let hidden = draft.problems.first(where: { !isShown($0) }) {
            await desk.program.inform(Self.title, hidden.message, kind: .error)
            return false
        }
        let kept = await keeper.settle()
        let (store, actor) = (desk.store, desk.session.actor)
        let (entered, secret) = (draft.carrier, draft.secretChange)
        do {
            let carrier = try await desk.working("Saving \(entered.name)") {
                try store.save(entered, customerSecret: secret, ending: kept, by: actor)
            }
            saved = carrier
            draft.didSave(carrier)
            keeper.didEnd()
            return true
        } catch {
            return await explain(error)
        }
    }

    /// Whether a problem belongs to a field that has told it already.
    private func isShown(_ problem: Problem) -> Bool {
        guard let control = draft.controls[problem.field] else { return false }
        return control.isActive && control.isShown
    }

    /// Tells why the form could not be stored; true when it has been, after all.
    private func explain(_ error: any Error) async -> Bool {
        guard let error = error as? CarrierError else {
            await desk.report(error)
            return false
        }
        if error.code == .invalid, let field = error.subject, let control = draft.controls[field] {
            control.show(problem: error.message)
            window.moveFocus(to: control)
        } else if error.code == .busy, error.subject == "version" {
            return await resolveConflict()
        } else {
            await desk.report(error)
        }
        return false
    }

    /// A carrier that is not stored yet is stored before it gets a key, after asking; false when it is not.
    func saveForKey() async -> Bool {
        if draft.carrier.id != nil { return true }
        guard
            await desk.program.ask(
                Self.title, "A key belongs to a saved carrier. Save this one now?", yes: "&Save",
                no: "&Not Now")
        else { return false }
        return window.validateFields() ? await save() : false
    }

    // MARK: Changed by someone else meanwhile

    /// For a draft that was kept: the carrier may have been changed since.
    func compareWithStored() async {
        guard let id = draft.original.id else { return }
        do {
            guard try desk.store.carrier(id: id).version != draft.original.version else { return }
        } catch {
            return await desk.report(error)
        }
        _ = await resolveConflict()
    }

    private func resolveConflict() async -> Bool {
        guard let id = draft.carrier.id else { return false }
        let stored: Carrier
        do {
            stored = try desk.store.carrier(id: id)
        } catch  where error.code == .setup {
            return await offerAsNew()
        } catch {
            await desk.report(error)
            return false
        }
        while true {
            let message = Window.message(
                .warning, title: "Changed meanwhile",
                text: """
                    \(lastChange(of: stored)) Reload takes that over and keeps what you have typed; nothing \
                    is saved until you choose OK again.
                    """,
                buttons: [
                    Button("&Look", closes: "look", isDefault: true), Button("&Reload", closes: "reload"),
                    Button("&Keep Editing", closes: .cancel),
                ])
            message.help = EditorHelp.changedMeanwhile
            switch await desk.program.present(message) {
            case "look":
                _ = await desk.show(
                    CarrierField.changes(from: draft.original, to: stored), title: "Changed meanwhile",
                    heading: "What is stored now, against what you began with:", buttons: [.close()])
            case "reload":
                await reload(stored)
                return false
            default: return false
            }
        }
    }

    private func reload(_ stored: Carrier) async {
        let both = draft.rebase(onto: stored)
        guard !both.isEmpty else { return }
        let labels = both.map(CarrierField.label).joined(separator: ", ")
        await desk.program.inform(
            "Changed meanwhile", "Changed on both sides, and kept as you typed: \(labels).", kind: .warning)
    }

    private func offerAsNew() async -> Bool {
        let isWanted = await desk.program.ask(
            "Deleted meanwhile",
            """
            The carrier \(draft.original.name) was deleted by someone else. Save what stands here as a new one?
            """,
            yes: "&Save as New", no: "&Keep Editing", kind: .warning)
        guard isWanted else { return false }
        draft.becomeNew()
        return await save()
    }

    /// Who changed the carrier last and when, as far as the record tells.
    private func lastChange(of stored: Carrier) -> String {
        let subjects = ["carrier \(draft.original.name)", "carrier \(stored.name)"]
        do {
            let event = try desk.store.auditEvents(limit: 500).last {
                $0.action == "changed" && subjects.contains($0.subject)
            }
            if let event {
                let date = LocalDate.text(event.at, try desk.store.settings().dateForm)
                return "The carrier \(stored.name) was changed by \(event.actor) on \(date)."
            }
        } catch {
            return "The carrier \(stored.name) was changed by someone else. \(error.message)"
        }
        return "The carrier \(stored.name) was changed by someone else."
    }
}
