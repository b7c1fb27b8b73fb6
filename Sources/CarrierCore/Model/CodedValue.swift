/// A choice from a list: stored and sent by its code, shown by its title.
public protocol CodedValue: RawRepresentable<String>, CaseIterable, Sendable, Hashable {
    var title: String { get }
}

extension CodedValue {
    /// The stable name in JSON, on the command line and in the store.
    public var code: String { rawValue }

    /// The choice a person may have meant: code or title, in any case, with or without spaces.
    public init?(lenient text: String) {
        let wanted = folded(text)
        let isMeant = { (choice: Self) in folded(choice.code) == wanted || folded(choice.title) == wanted }
        guard let match = Self.allCases.first(where: isMeant) else { return nil }
        self = match
    }

    /// The codes in their order, for messages.
    public static var codes: String { allCases.map(\.code).joined(separator: ", ") }
}

/// Lower case without spaces and hyphens, `x` for `×`; a lone digit gets UPS's leading zero.
private func folded(_ text: String) -> String {
    let kept = text.lowercased().filter { $0 != " " && $0 != "-" && $0 != "_" }
    let plain = String(kept.map { $0 == "×" ? "x" : $0 })
    return plain.utf8.count == 1 && plain.utf8.allSatisfy { (0x30...0x39).contains($0) } ? "0" + plain : plain
}
