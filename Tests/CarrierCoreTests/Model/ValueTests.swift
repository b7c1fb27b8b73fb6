import CarrierCore
import Testing

@Suite("Values")
struct ValueTests {
    @Test("a new carrier has the editor's defaults")
    func defaults() {
        let carrier = Carrier()
        #expect(carrier.writeBackRate == .list)
        #expect(carrier.weightUnit == .pounds && carrier.dimensionUnit == .inches)
        #expect(carrier.apiType == .rest && carrier.endpoint == .production)
        #expect(carrier.customerClassification.code == "00" && carrier.pickupType.code == "01")
        #expect(carrier.importCustomsLines && !carrier.paperlessCommercialInvoice)
        #expect(carrier.defaultLabel.title == "ZPL 4×6")
        #expect(carrier.shipFromAddress.useCompanyAddress)
        #expect(carrier.rateAdjustment.markupAmount.description == "0.00")
        #expect(carrier.rateAdjustment.decimalPlaces == 2)
        #expect(carrier.authorizationMethod == .authorizationCode)
    }

    @Test(
        "instants are written and read as ISO 8601 in UTC",
        arguments: [
            (Int64(0), "1970-01-01T00:00:00Z"), (1_715_092_307_000, "2024-05-07T14:31:47Z"),
            (951_827_696_000, "2000-02-29T12:34:56Z"), (-1000, "1969-12-31T23:59:59Z"),
            (4_107_542_399_000, "2100-02-28T23:59:59Z"), (4_107_542_400_000, "2100-03-01T00:00:00Z"),
        ])
    func dates(milliseconds: Int64, text: String) {
        #expect(ISODate.text(milliseconds) == text)
        #expect(ISODate.milliseconds(text) == milliseconds)
    }

    @Test("a date alone is its first instant, and a day that is none is refused")
    func days() {
        #expect(ISODate.milliseconds("2024-05-07") == 1_715_040_000_000)
        for text in [
            "2023-02-29", "2024-13-01", "2024-00-01", "2024-5-7", "2024-05-07T24:00:00Z", "today", "",
        ] {
            #expect(ISODate.milliseconds(text) == nil, "\(text)")
        }
    }

    @Test("settings and application keep to their limits")
    func limits() {
        var settings = Settings()
        #expect(settings.validate() == [])
        settings.alertDays = 0
        settings.idleLockMinutes = 1441
        settings.reportsFolder = "/srv/\u{1B}"
        #expect(settings.validate().map(\.field) == ["alertDays", "idleLockMinutes", "reportsFolder"])
        let application = UPSApplication(clientID: " ", redirectURI: "here")
        #expect(application.validate().map(\.field) == ["clientID", "redirectURI"])
    }

    @Test("codes are found in any spelling a person would use")
    func codes() {
        #expect(LabelFormat(lenient: "zpl4x6") == .zpl4x6)
        #expect(LabelFormat(lenient: "ZPL 4×8") == .zpl4x8)
        #expect(Service(lenient: "3") == .ground && Service(lenient: "ground") == .ground)
        #expect(Service(lenient: "2nd day air a.m.") == .secondDayAirAM)
        #expect(AuthorizationMethod(lenient: "Customer Client Credentials") == .customerClientCredentials)
        #expect(Service(lenient: "99") == nil && Service(lenient: "") == nil)
    }
}
