import CarrierCore

/// A carrier that is whole and right.
func soundCarrier(_ name: String = "UPS") -> Carrier {
    var carrier = Carrier(name: name)
    carrier.companyAddress = soundAddress()
    return carrier
}

func soundAddress() -> Address {
    var address = Address()
    address.companyName = "Ada Outfitters"
    address.title = "Shipping"
    address.attention = "Grace Moss"
    address.addressLine1 = "7575 Fulton St E"
    address.city = "Ada"
    address.state = "MI"
    address.postalCode = "49355"
    address.phone = "6165550100"
    address.email = "dock@example.com"
    return address
}

/// A carrier in which no field has its default.
func fullCarrier(_ name: String = "Full") -> Carrier {
    var carrier = soundCarrier(name)
    carrier.writeBackRate = .account
    carrier.weightUnit = .kilograms
    carrier.dimensionUnit = .centimeters
    carrier.isInactive = true
    carrier.autoCreateReturnShipment = true
    carrier.customReports = ["label.rpt", "Größe.rpt"]
    carrier.rateAdjustment.markupPercent = decimal("-12.5")
    carrier.rateAdjustment.markupAmount = decimal("1.250")
    carrier.rateAdjustment.rounding = .up
    carrier.rateAdjustment.decimalPlaces = 4
    carrier.defaultPrinter = "Zebra \"1\""
    carrier.companyAddress.addressLine2 = "Dock 3"
    carrier.companyAddress.addressLine3 = "Gate B"
    carrier.companyAddress.isResidential = true
    carrier.companyAddress.fax = "6165550101"
    carrier.companyAddress.taxID = "38-1234567"
    carrier.shipFromAddress.useCompanyAddress = false
    carrier.shipFromAddress.address = soundAddress()
    carrier.shipFromAddress.address.city = "Toronto"
    carrier.shipFromAddress.address.state = "ON"
    carrier.shipFromAddress.address.country = "CA"
    carrier.shipFromAddress.address.postalCode = ""
    carrier.restrictedServices = [.ground, .secondDayAirAM]
    carrier.endpoint = .test
    carrier.apiType = .legacy
    carrier.customerClassification = .standardList
    carrier.pickupType = .airServiceCenter
    carrier.importCustomsLines = false
    carrier.sendExtendedReferenceFields = true
    carrier.paperlessCommercialInvoice = true
    carrier.defaultLabel = .spl4x8
    carrier.authorizationMethod = .customerAuthorizationCode
    carrier.customerClientID = "client"
    carrier.customerRedirectURI = "http://localhost:8123/back"
    carrier.addAccount(ShipperAccount(name: "Main", number: "W599Y7", postalCode: "49525"))
    carrier.addAccount(
        ShipperAccount(
            number: "A1B2C3", postalCode: "M5V 2T6", country: "CA", hasRecentInvoice: true, isDefault: true))
    return carrier
}

/// A number that a test has written itself.
func decimal(_ text: String) -> DecimalNumber {
    DecimalNumber(text: text) ?? .zero
}
