/// Reading Tracking.yaml's shapes leniently: anything may be missing, null, of another type or unknown.
extension TrackedShipment {
    /// Nil where the answer is none of `TrackApiResponse`.
    static func read(_ body: Secret, number: String) -> [TrackedShipment]? {
        guard let shipments = JSON.read(body)?["trackResponse"]?["shipment"], shipments != .null else {
            return nil
        }
        return shipments.looseItems.map { TrackedShipment($0, number: number) }
    }

    private init(_ json: JSON, number: String) {
        inquiryNumber = json.text("inquiryNumber") ?? number
        let inquiryNumber = inquiryNumber
        packages = json.items("package").map { TrackedPackage($0, inquiryNumber: inquiryNumber) }
        warnings = json.items("warnings").compactMap { $0.text("message") ?? $0.text("code") }
    }
}

extension TrackedPackage {
    fileprivate init(_ json: JSON, inquiryNumber: String) {
        let activities = json.items("activity")
        let current = json["currentStatus"] ?? activities.first?["status"]
        number = json.text("trackingNumber") ?? inquiryNumber
        description = current?.text("description") ?? json.text("statusDescription") ?? ""
        status = current?.text("simplifiedTextDescription") ?? description
        service = json["service"]?.text("description") ?? ""
        delivery = TrackedDelivery.latest(json.items("deliveryDate"))
        self.activities = activities.map(TrackedActivity.init)
        packageCount = json["packageCount"]?.looseInteger.flatMap { Int(exactly: $0) }
    }
}

extension TrackedDelivery {
    /// What holds last: delivered before rescheduled before scheduled.
    fileprivate static func latest(_ dates: [JSON]) -> TrackedDelivery? {
        [Kind.delivered, .rescheduled, .scheduled].lazy.compactMap { kind in
            dates.first { $0.text("type") == kind.rawValue }
                .flatMap { UPSTime.date($0.text("date")) }
                .map { TrackedDelivery(kind: kind, date: $0) }
        }.first
    }
}

extension TrackedActivity {
    fileprivate init(_ json: JSON) {
        let address = json["location"]?["address"]
        location = ["city", "stateProvince", "countryCode"].compactMap { name in
            address?.text(name) ?? (name == "countryCode" ? address?.text("country") : nil)
        }.joined(separator: ", ")
        description =
            json["status"]?.text("description") ?? json["status"]?.text("simplifiedTextDescription") ?? ""
        let local = (date: UPSTime.date(json.text("date")), time: UPSTime.time(json.text("time")))
        localTime = [local.date, local.date.flatMap { _ in local.time }].compactMap(\.self)
            .joined(separator: " ")
        let offset = UPSTime.offset(json.text("gmtOffset"))
        at =
            UPSTime.instant(UPSTime.date(json.text("gmtDate")), UPSTime.time(json.text("gmtTime")))
            ?? offset.flatMap { offset in
                UPSTime.instant(local.date, local.time).map { $0 - offset }
            }
    }
}

/// Dates and times as UPS writes them.
private enum UPSTime {
    /// `2021-02-10` for `20210210`; nil for what is no date.
    static func date(_ text: String?) -> String? {
        guard let text, let digits = digits(text, 8) else { return nil }
        let date = "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
        return ISODate.milliseconds(date) == nil ? nil : date
    }

    /// `07:47:00` for `074700`, and for `74700`, as UPS's own example writes it: a number, whose zeros are gone.
    static func time(_ text: String?) -> String? {
        guard let text else { return nil }
        let zeros = String(repeating: "0", count: max(0, 6 - text.count))
        guard let digits = digits(zeros + text, 6) else { return nil }
        return "\(digits.prefix(2)):\(digits.dropFirst(2).prefix(2)):\(digits.suffix(2))"
    }

    /// Milliseconds since 1970 of a date and a time in UTC.
    static func instant(_ date: String?, _ time: String?) -> Int64? {
        guard let date, let time else { return nil }
        return ISODate.milliseconds("\(date)T\(time)Z")
    }

    /// Milliseconds east of Greenwich for `-05:00`.
    static func offset(_ text: String?) -> Int64? {
        guard let text, let sign = text.first, "+-".contains(sign), let digits = digits(text.dropFirst(), 4),
            let hours = Int64(digits.prefix(2)), let minutes = Int64(digits.suffix(2))
        else { return nil }
        return (sign == "-" ? -1 : 1) * (hours * 60 + minutes) * 60_000
    }

    /// Exactly so many digits, whatever separates them.
    private static func digits(_ text: some StringProtocol, _ count: Int) -> String? {
        let digits = String(text.filter { !":-/ ".contains($0) })
        return digits.utf8.count == count && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
            ? digits : nil
    }
}

extension JSON {
    /// A member's text; nil where there is none, or an empty one.
    fileprivate func text(_ name: String) -> String? {
        let text = self[name]?.looseText?.trimmed()
        return text?.isEmpty == false ? text : nil
    }

    fileprivate func items(_ name: String) -> [JSON] { self[name]?.looseItems ?? [] }
}
