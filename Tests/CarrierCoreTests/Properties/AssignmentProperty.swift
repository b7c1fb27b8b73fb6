@testable import CarrierCore

/// `--set KEY=VALUE`, one to a line: each is refused in words, or sets the one field it names to what can be written
/// and read back.
enum AssignmentProperty {
    /// What is wrong; nil when nothing is.
    static func fault(_ bytes: [UInt8]) -> String? {
        var carrier = Carrier(name: "UPS")
        carrier.shipFromAddress.useCompanyAddress = false
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            if let fault = fault(assigning: String(line), to: &carrier) { return fault }
        }
        return nil
    }

    private static func fault(assigning assignment: String, to carrier: inout Carrier) -> String? {
        let old = carrier
        do {
            try carrier.assign([assignment])
        } catch let error as CarrierError {
            if let fault = fault(of: error) { return fault }
            // What contradicts the rest is refused as a whole, by a caller that keeps the old one.
            carrier = old
            return nil
        } catch {
            return "an error of another kind: \(error)"
        }
        let name = assignment.prefix { $0 != "=" }
        let changes = carrier.changes(from: old)
        guard changes.allSatisfy({ $0 == name }) else { return "\(name) changed \(changes)" }
        return againFault(assignment, carrier) ?? documentFault(carrier)
    }

    private static func fault(of error: CarrierError) -> String? {
        if error.code != .invalid { return "refused as \(error.code.rawValue)" }
        if error.message.isEmpty || error.advice.isEmpty { return "a sentence is missing" }
        let isUnprintable = { (scalar: Unicode.Scalar) in
            scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
        }
        return (error.message + error.advice).unicodeScalars.contains(where: isUnprintable)
            ? "a sentence steers the terminal" : nil
    }

    private static func againFault(_ assignment: String, _ carrier: Carrier) -> String? {
        var again = carrier
        do {
            try again.assign([assignment])
        } catch {
            return "refused the second time: \(error)"
        }
        return again == carrier ? nil : "the second time sets something else"
    }

    private static func documentFault(_ carrier: Carrier) -> String? {
        do {
            var read = try Carrier(json: JSON(parsing: carrier.json.description))
            read.version = carrier.version
            return read == carrier ? nil : "written and read back, \(read.changes(from: carrier)) differ"
        } catch {
            return "what was written does not read back: \(error)"
        }
    }
}
