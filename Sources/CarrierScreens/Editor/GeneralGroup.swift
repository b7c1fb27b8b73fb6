internal import CarrierCore
internal import TerminalKit

/// Group `General`.
func generalGroup(_ draft: CarrierDraft, reports: [String]) -> GroupBox {
    let labels = 21
    return GroupBox("&General") {
        Form(labelColumns: labels) {
            Field("Carrier Name", draft.text("name", \.name, limit: 50, columns: 50), isRequired: true)
            Field("Write Back Rate", draft.choice("writeBackRate", \.writeBackRate))
            Field("Default Weight UoM", draft.choice("weightUnit", \.weightUnit))
            Field("Default Dimension UoM", draft.choice("dimensionUnit", \.dimensionUnit))
        }
        Row {
            draft.box("Is Inactive", "isInactive", \.isInactive)
            draft.box("Auto Create Return Shipment", "autoCreateReturnShipment", \.autoCreateReturnShipment)
        }
        Form(labelColumns: labels) { Field("Custom Reports", customReports(draft, reports: reports)) }
    }
}

/// The files of the reports folder, and those chosen before that are no longer in it.
private func customReports(_ draft: CarrierDraft, reports: [String]) -> View {
    let missing = draft.carrier.customReports.filter { !reports.contains($0) }
    let choices = reports.map { Choice($0) } + missing.map { Choice($0, "\($0) (not in the folder)") }
    guard !choices.isEmpty else {
        return Paragraph("No report files in the reports folder.", role: .faint)
    }
    return draft.list("customReports", \.customReports, choices, maxHeight: 4)
}
