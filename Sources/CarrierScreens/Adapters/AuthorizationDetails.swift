internal import CarrierCore
internal import TerminalKit

/// Group `Authorization Details`: how the adapter stands, and who authorized it when, as the store has it.
final class AuthorizationDetails {
    private let desk: Desk
    private let status = Paragraph("")
    private let authorizer = Paragraph("")
    private let dateStamp = Paragraph("")
    private let token = Paragraph("")

    init(_ desk: Desk) {
        self.desk = desk
    }

    func makeView() -> GroupBox {
        GroupBox("Authorization &Details") {
            Form(labelColumns: 26) {
                Field("Status", status)
                Field("Authorizer", authorizer)
                Field("Date Stamp (UTC)", dateStamp)
                Field("Access Token", token)
            }
        }
    }

    func show(_ adapter: Adapter) throws(CarrierError) {
        let state = try desk.store.status(of: adapter)
        (status.text, status.role) = (state.title, state.role)
        let grant = try desk.store.grant(of: adapter)
        authorizer.text = grant?.authorizedBy ?? ""
        dateStamp.text = grant.map { ISODate.text($0.authorizedAt) } ?? ""
        (token.text, token.role) = KeyWords.sentence(
            grant, settings: try desk.store.settings(), now: desk.clock.now())
    }
}
