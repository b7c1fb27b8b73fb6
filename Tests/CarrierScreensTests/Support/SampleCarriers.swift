import CarrierCore
import CarrierScreens
import TerminalKit
import Testing

extension Carrier {
    /// A carrier that meets every rule.
    static func sample(_ name: String = "UPS") -> Carrier {
        var carrier = Carrier(name: name)
        carrier.companyAddress = Address()
        carrier.companyAddress.companyName = "Ada Warehouse"
        carrier.companyAddress.title = "Shipping"
        carrier.companyAddress.attention = "Grace"
        carrier.companyAddress.addressLine1 = "1 Main St"
        carrier.companyAddress.city = "Ada"
        carrier.companyAddress.state = "MI"
        carrier.companyAddress.postalCode = "49301"
        carrier.companyAddress.phone = "616-555-0100"
        carrier.companyAddress.email = "ship@example.com"
        carrier.accounts = [ShipperAccount(number: "W599Y7", postalCode: "49525")]
        return carrier
    }
}

/// A UPS that grants every sign-in a key of a certain life.
struct GrantingUPS: HTTPClient {
    let time: MovableTime
    /// Seconds that the refresh token lives.
    let life: Int64

    func send(_ request: HTTPRequest) async throws(TransportError) -> HTTPResponse {
        let now = time.now
        let body = """
            {"token_type":"Bearer","issued_at":"\(now)","access_token":"a","expires_in":"14399","status":"approved",\
            "refresh_token":"r","refresh_token_status":"approved","refresh_token_issued_at":"\(now)",\
            "refresh_token_expires_in":"\(life)","refresh_count":"0"}
            """
        return HTTPResponse(status: 200, headers: [:], body: Secret(body))
    }
}

extension ScreenStage {
    /// Stores a carrier as alice would have.
    @discardableResult
    func store(_ carrier: Carrier) throws -> Carrier { try store.save(carrier, by: "alice") }

    /// Gives a stored carrier a key that ends in so many seconds.
    @discardableResult
    func giveKey(_ carrier: Carrier, _ endpoint: EndpointType, seconds: Int64) async throws -> Grant {
        let oauth = UPSOAuth(
            http: GrantingUPS(time: time, life: seconds), servers: .published, clock: store.clock)
        let authorizer = Authorizer(store: store, oauth: oauth, clock: store.clock)
        let request = AuthorizationRequest(
            owner: KeyOwner(.carrier, id: try #require(carrier.id)), ownerName: carrier.name,
            endpoint: endpoint,
            method: .authorizationCode, client: OAuthClient(id: "client", secret: nil),
            redirectURI: AuthorizationRequest.usualRedirectURI, usesPKCE: true, actor: "alice")
        let attempt = try await authorizer.begin(request)
        return try await authorizer.complete(
            attempt, address: AuthorizationRequest.usualRedirectURI + "?code=c")
    }

    /// Runs the program on these carriers, as far as their table.
    func openTable(of names: [String] = ["UPS"], edit: @escaping EditCarrier = { _, _ in nil }) async throws {
        for name in names { try store(.sample(name)) }
        await runEditor(edit: edit)
        // An empty store begins with Welcome.
        if names.isEmpty { await press(.escape) }
        await expect("Carrier Name")
    }

    /// Runs the whole program; the editor is a stand-in that answers with what `edit` says.
    @discardableResult
    func runEditor(
        openCarrier: String? = nil, edit: @escaping EditCarrier = { _, _ in nil }
    ) async -> Answer<EditorOutcome> {
        let answer = Answer<EditorOutcome>()
        desk.session.user = User(name: "", role: .operator)
        let task = Task { [desk, terminal] in
            answer.value = await runCarrierEditor(
                desk: desk, terminal: terminal, openCarrier: openCarrier, edit: edit)
        }
        keep(task)
        await terminal.settle()
        return answer
    }
}
