internal import CarrierCore
internal import TerminalKit

/// Group `Authorization Details`: how an adapter stands, and who authorized it when, as the store has it.
final class AuthorizationDetails {
    private let desk: Desk
    private let status = Paragraph("")
    private let authorizer = Paragraph("")
    private let dateStamp = Paragraph("")
    private let token = Paragraph("")
    private let buttons = Row(spacing: 1) {}
    private var key: (holder: KeyHolder, grant: Grant)?
    /// Told when the key has been changed from here.
    var onChange: () async -> Void = {}

    init(_ desk: Desk) {
        self.desk = desk
    }

    func makeView() -> GroupBox {
        let information = Button("&Key Information") { [unowned self] _ in
            guard let key else { return }
            await showKeyInformation(desk, key.holder, key.grant)
            await onChange()
        }
        information.help = EditorHelp.keyInformation
        let remove = Button("Re&move Key") { [unowned self] _ in
            guard let key else { return }
            await removeKey(desk, key.holder, key.grant)
            await onChange()
        }
        remove.help = EditorHelp.removeKey
        buttons.replaceSubviews(with: desk.session.isAdministrator ? [information, remove] : [information])
        return GroupBox("Authorization &Details") {
            Form(labelColumns: 26) {
                Field("Status", status)
                Field("Authorizer", authorizer)
                Field("Date Stamp (UTC)", dateStamp)
                Field("Access Token", token)
                buttons
            }
        }
    }

    /// Shows an adapter as it is stored, with the key it calls UPS with.
    ///
    /// - Parameter holder: whose the key is, for the windows about it.
    func show(_ adapter: Adapter, holder: (EndpointType) -> KeyHolder?) throws(CarrierError) {
        let (standing, settings) = (try desk.store.standing(of: adapter), try desk.store.settings())
        (status.text, status.role) = (standing.status.title, standing.status.role)
        let grant = standing.key
        authorizer.text = grant?.authorizedBy ?? ""
        dateStamp.text = grant.map { LocalDate.text($0.authorizedAt, settings.dateForm, isUTC: true) } ?? ""
        let key = KeyStanding(grant, at: desk.clock.now(), alertDays: settings.alertDays)
        (token.text, token.role) = (key.sentence(settings.dateForm), key.state.role)
        self.key = grant.flatMap { grant in holder(grant.endpoint).map { ($0, grant) } }
        buttons.isVisible = self.key != nil
    }
}
