internal import CarrierCore
internal import TerminalKit

/// Group `UPS® API Settings`.
func apiSettingsGroup(_ desk: Desk, _ draft: CarrierDraft) -> GroupBox {
    let services = draft.list(
        "restrictedServices", \.restrictedServices,
        Service.allCases.map { Choice($0, "\($0.code) \($0.title)") }, maxHeight: 5)
    let explain = Button("?") { _ in
        await desk.program.inform("Restricted Services", EditorHelp.text(for: "restrictedServices"))
    }
    explain.name = "About Restricted Services"
    services.name = "Restricted Services"
    let legacy = Paragraph(
        """
        UPS has accepted no access keys since August 5, 2024. To change over, choose REST API here and \
        generate an access token with Add Key in the group REST API.
        """, role: .warning)
    draft.watch { [unowned draft] in legacy.isVisible = draft.carrier.apiType == .legacy }
    return GroupBox("UPS® &API Settings") {
        Row(spacing: 1) {
            Label("Restricted Services")
            explain
        }
        // Below its label, for the names of services are long.
        Field("", services)
        Form {
            Field("Endpoint Type", draft.radio("endpoint", \.endpoint, [.production, .test]))
            Field("API Type", draft.choice("apiType", \.apiType))
            legacy
            Field(
                "Customer Classification",
                draft.codedChoice("customerClassification", \.customerClassification))
            Field("Default Pickup Type", draft.codedChoice("pickupType", \.pickupType))
        }
        Row {
            draft.box("Import Customs Lines", "importCustomsLines", \.importCustomsLines)
            draft.box(
                "Send Extended Reference Fields to UPS", "sendExtendedReferenceFields",
                \.sendExtendedReferenceFields)
        }
        draft.box(
            "Paperless Commercial Invoice", "paperlessCommercialInvoice", \.paperlessCommercialInvoice)
        Form(labelColumns: 23) { Field("Default Label", draft.choice("defaultLabel", \.defaultLabel)) }
    }
}
