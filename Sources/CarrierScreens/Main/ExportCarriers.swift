internal import CarrierCore
internal import TerminalKit

/// Asks which carriers go into which file, and writes it as `carrier show --json` does.
func exportCarriers(_ desk: Desk, selected name: String) async {
    let scope = RadioGroup(
        [Choice(false, "The carrier \(name)"), Choice(true, "All carriers")], selection: false)
    scope.isVertical = true
    scope.help = FieldHelp.exportScope
    let path = TextField("carriers.json", maxLength: 4096, columns: 40)
    path.help = FieldHelp.exportPath
    let window = Window("Export Carriers", buttons: [.ok(), .cancel()]) {
        Form {
            Field("&What", scope)
            Field("&File", path, isRequired: true)
        }
    }
    window.help = FieldHelp.exportPath
    window.mayClose = { command in
        guard command == .ok else { return true }
        do {
            let (store, names, wantsAll) = (desk.store, [name], scope.selection)
            let count = try await desk.working("Reading the carriers") {
                let carriers = try store.carriers(named: wantsAll ? [] : names)
                return (
                    carriers.count, Array(CarrierDocument(carriers).json.text(pretty: true).utf8) + [0x0A]
                )
            }
            guard try await write(count.1, to: path.text, desk) else { return false }
            await desk.program.inform(
                "Export Carriers",
                "\(count.0 == 1 ? "1 carrier was" : "\(count.0) carriers were") written to \(path.text).",
                kind: .success)
            return true
        } catch {
            await desk.report(error)
            return false
        }
    }
    await desk.program.present(window)
}

/// Writes the file; asks before it replaces one. False when it is not to be replaced.
private func write(_ bytes: [UInt8], to path: String, _ desk: Desk) async throws -> Bool {
    let write = desk.outside.writeFile
    do {
        try await desk.working("Writing \(path)") { try write(path, bytes, false) }
    } catch is Outside.FileExists {
        let isMeant = await desk.mayDestroy(
            "Replace File", "There is a file \(path) already. Replace it?", button: "Replace")
        guard isMeant else { return false }
        try await desk.working("Writing \(path)") { try write(path, bytes, true) }
    }
    return true
}
