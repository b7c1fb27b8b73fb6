import CarrierCore
import Testing

@Suite("Carrier documents")
struct CarrierDocumentTests {
    @Test("names and order are those of the contract")
    func names() throws {
        guard case .object(let members) = fullCarrier().json else {
            Issue.record("no object")
            return
        }
        #expect(
            members.map(\.name) == [
                "name", "writeBackRate", "weightUnit", "dimensionUnit", "isInactive",
                "autoCreateReturnShipment",
                "customReports", "rateAdjustment", "defaultPrinter", "companyAddress", "shipFromAddress",
                "restrictedServices", "endpoint", "apiType", "customerClassification", "pickupType",
                "importCustomsLines", "sendExtendedReferenceFields", "paperlessCommercialInvoice",
                "defaultLabel",
                "authorizationMethod", "customerClientID", "customerRedirectURI", "version", "accounts",
            ])
        let json = fullCarrier().json
        #expect(
            json["rateAdjustment"]?.description
                == #"{"markupPercent":"-12.5","markupAmount":"1.250","rounding":"up","decimalPlaces":4}"#)
        #expect(json["shipFromAddress"]?["useCompanyAddress"] == .bool(false))
        #expect(json["shipFromAddress"]?["city"] == .string("Toronto"))
        #expect(soundCarrier().json["shipFromAddress"]?.description == #"{"useCompanyAddress":true}"#)
        #expect(
            json["accounts"]?.description.hasPrefix(
                #"[{"name":"Main","number":"W599Y7","postalCode":"49525","country":"US","hasRecentInvoice":false,"#
            )
                == true)
    }

    @Test("writing and reading loses nothing, and the text is always the same")
    func roundTrip() throws {
        let document = CarrierDocument([soundCarrier(), fullCarrier()])
        let text = document.json.text(pretty: true)
        #expect(try CarrierDocument(parsing: text.utf8) == document)
        #expect(document.json.text(pretty: true) == text)
    }

    @Test("one carrier, many, with or without the envelope: all are read")
    func envelopes() throws {
        let carrier = soundCarrier()
        for json in [
            carrier.json, .array([carrier.json]), .envelope("carrier", carrier.json),
            .envelope("carriers", .array([carrier.json])),
        ] {
            #expect(try CarrierDocument(json).carriers == [carrier])
        }
    }

    @Test("reading is lenient about spelling")
    func lenient() throws {
        let text = """
            {"name":"UPS","weightUnit":"kgs","customerClassification":53,"defaultLabel":"zpl4x8","isInactive":"yes",
             "restrictedServices":"03, 3 Day Select","rateAdjustment":{"markupPercent":12.50,"decimalPlaces":"3"},
             "companyAddress":{"postalCode":49525,"city":null},"shipFromAddress":{"city":"Ada"}}
            """
        let carrier = try #require(try CarrierDocument(parsing: text.utf8).carriers.first)
        #expect(carrier.weightUnit == .kilograms && carrier.customerClassification == .standardList)
        #expect(carrier.defaultLabel == .zpl4x8 && carrier.isInactive)
        #expect(carrier.restrictedServices == [.ground, .threeDaySelect])
        #expect(carrier.rateAdjustment.markupPercent.description == "12.50")
        #expect(carrier.rateAdjustment.decimalPlaces == 3)
        #expect(carrier.companyAddress.postalCode == "49525")
        #expect(!carrier.shipFromAddress.useCompanyAddress)
    }

    @Test(
        "a wrong kind, an unknown name and a newer form are told with the field",
        arguments: [
            (#"{"name":"UPS","isInactive":7}"#, "isInactive"), (#"{"name":{}}"#, "name"),
            (#"{"name":"UPS","companyAddress":[]}"#, "companyAddress"),
            (#"{"name":"UPS","companyAddress":{"city":["Ada"]}}"#, "companyAddress.city"),
            (#"{"name":"UPS","companyAddress":{"companyAddress":{}}}"#, "companyAddress.companyAddress"),
            (#"{"name":"UPS","nmae":1}"#, "nmae"), (#"{"name":"UPS","accounts":{}}"#, "accounts"),
            (#"{"name":"UPS","accounts":[1]}"#, "accounts"),
            (#"{"name":"UPS","accounts":[{"nmber":1}]}"#, "nmber"),
            (#"{"name":"UPS","rateAdjustment":{"markupPercent":"1e3"}}"#, "rateAdjustment.markupPercent"),
            (#"{"name":"UPS","rateAdjustment":{"decimalPlaces":2.5}}"#, "rateAdjustment.decimalPlaces"),
            (#"{"name":"UPS","restrictedServices":["99"]}"#, "restrictedServices"),
            (#"{"schema":2,"carriers":[]}"#, "schema"),
        ])
    func mistakes(text: String, subject: String) {
        let error = #expect(throws: CarrierError.self) { try CarrierDocument(parsing: text.utf8) }
        #expect(error?.code == .invalid)
        #expect(error?.subject == subject)
    }

    @Test("no message carries a control character from the document")
    func quiet() {
        for text in [#"{"\u001b[2J":1}"#, #"{"name":"\u001b[2J","isInactive":"\u001b"}"#] {
            let error = #expect(throws: CarrierError.self) { try CarrierDocument(parsing: text.utf8) }
            #expect(error?.description.contains("\u{1B}") == false)
        }
    }

    @Test("what is not an object is no carrier", arguments: ["[1]", "7", "\"x\"", "[[]]", "null"])
    func kinds(text: String) {
        #expect(throws: CarrierError.self) { try CarrierDocument(parsing: text.utf8) }
    }
}

@Suite("Assignments")
struct AssignmentTests {
    @Test("dotted names, lists, codes and empty values are taken over")
    func assign() throws {
        var carrier = soundCarrier()
        try carrier.assign([
            "companyAddress.city=Lowell", "restrictedServices=03,12", "customReports=a.rpt, b.rpt",
            "endpoint=test", "isInactive=true", "rateAdjustment.markupAmount=-1.5", "defaultPrinter=a=b",
            "companyAddress.addressLine2=", "importCustomsLines=",
        ])
        #expect(carrier.companyAddress.city == "Lowell")
        #expect(carrier.restrictedServices == [.ground, .threeDaySelect])
        #expect(carrier.customReports == ["a.rpt", "b.rpt"])
        #expect(carrier.endpoint == .test && carrier.isInactive && !carrier.importCustomsLines)
        #expect(carrier.rateAdjustment.markupAmount.description == "-1.5")
        #expect(carrier.defaultPrinter == "a=b")
        try carrier.assign(["restrictedServices=", "endpoint=", "rateAdjustment.markupAmount="])
        #expect(carrier.restrictedServices == [] && carrier.endpoint == .production)
        #expect(carrier.rateAdjustment == RateAdjustment())
    }

    @Test(
        "an unknown name is answered with the near ones",
        arguments: [
            ("city=Ada", "companyAddress.city or shipFromAddress.city"), ("nmae=x", "name"),
            ("Endpoint=test", "endpoint"), ("companyAdress.city=Ada", "companyAddress.city"),
            ("pickuptypes=01", "pickupType"), ("qqqqqqqqq=1", "carrier show"), ("version=3", "--if-version"),
            ("accounts=A1B2C3", "account add"),
        ])
    func unknown(assignment: String, hint: String) {
        var carrier = soundCarrier()
        let error = #expect(throws: CarrierError.self) { try carrier.assign([assignment]) }
        #expect(error?.code == .invalid)
        #expect(error?.advice.contains(hint) == true, "\(error?.advice ?? "")")
    }

    @Test("a value of the wrong kind is told with what is expected")
    func wrongKind() {
        for assignment in [
            "isInactive=maybe", "endpoint=live", "rateAdjustment.decimalPlaces=two",
            "restrictedServices=03,99",
            "rateAdjustment.markupPercent=ten", "name",
        ] {
            var carrier = soundCarrier()
            #expect(throws: CarrierError.self, "\(assignment)") { try carrier.assign([assignment]) }
        }
    }

    @Test("of a list the item is told that it cannot have; what is no list is told as that")
    func wrongItem() throws {
        for (services, word) in [("[\"03\", \"bogus\"]", "bogus"), ("{}", "an object")] {
            let document = "{\"carriers\": [{\"name\": \"UPS\", \"restrictedServices\": \(services)}]}"
            let error = #expect(throws: CarrierError.self) {
                try CarrierDocument(parsing: Array(document.utf8))
            }
            #expect(error?.message.contains("does not take") == true)
            #expect(error?.message.contains("\(word)") == true, "\(error?.message ?? "")")
            #expect(error?.message.contains("a list; it takes") == false)
        }
    }

    @Test("a ship-from address of its own needs the switch, in any order")
    func shipFrom() throws {
        var carrier = soundCarrier()
        #expect(throws: CarrierError.self) { try carrier.assign(["shipFromAddress.city=Ada"]) }
        carrier = soundCarrier()
        try carrier.assign(["shipFromAddress.city=Ada", "shipFromAddress.useCompanyAddress=false"])
        #expect(carrier.effectiveShipFrom.city == "Ada")
    }

    @Test("what changed is named field by field")
    func changes() {
        let old = soundCarrier()
        var new = old
        new.companyAddress.city = "Lowell"
        new.isInactive = true
        new.addAccount(ShipperAccount(number: "W599Y7", postalCode: "49525"))
        #expect(new.changes(from: old) == ["isInactive", "companyAddress.city", "accounts"])
        #expect(old.changes(from: old) == [])
    }
}
