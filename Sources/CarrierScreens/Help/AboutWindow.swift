internal import CarrierCore
internal import TerminalKit

/// Help ▸ About, with the line that UPS asks of programs that bear its name.
func showAbout(_ desk: Desk) async {
    let window = Window("About", buttons: [.ok()]) {
        Column(spacing: 1) {
            Paragraph("Carrier Editor \(desk.version)", role: .title)
            Paragraph("Sets up UPS® carriers and keeps their access tokens alive.")
            Paragraph("Store: \(desk.store.path)\n\(desk.serversInWords)", role: .faint)
            Paragraph(
                """
                UPS, the UPS Shield trademark, the UPS Developer Kit mark and the Color Brown are trademarks of United \
                Parcel Service of America, Inc. All Rights Reserved.
                """, maxWidth: 64)
        }
    }
    window.help = "The guide, docs/GUIDE.md, explains the program; Help: Keys lists its keys."
    await desk.program.present(window)
}
