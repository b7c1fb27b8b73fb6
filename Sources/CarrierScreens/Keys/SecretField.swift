internal import CarrierCore
internal import TerminalKit

/// A field for a secret that is kept sealed: what is stored of it is said in words and never shown, typing replaces
/// it, and a button removes it once the form is saved.
final class SecretField {
    let field: TextField
    /// The field with its button, for a form.
    let view: Row
    /// Whether there is one in the store.
    var isStored = false { didSet { if isStored != oldValue { settle() } } }
    var isReadOnly = false {
        didSet {
            guard isReadOnly != oldValue else { return }
            field.isReadOnly = isReadOnly
            settle()
        }
    }
    /// Whether the stored one goes when the form is saved.
    private(set) var isRemoved = false { didSet { if isRemoved != oldValue { settle() } } }
    /// Called after each change by the person.
    var onChange: (() -> Void)?
    private var button: Button?

    init() {
        let field = TextField(maxLength: Secret.longest, columns: 36)
        field.isMasked = true
        // Secrets are copied from pages and mails with spaces around them, and have none.
        field.filter = { $0.isWhitespace ? nil : $0 }
        self.field = field
        view = Row(spacing: 1) { field }
        let button = Button("") { [unowned self] _ in toggle() }
        button.help = """
            Removes the stored Client Secret when the form is saved, for an application that has none. Keys that were \
            made with it keep working.
            """
        view.add(button)
        self.button = button
        field.onChange = { [unowned self] text in
            if !text.isEmpty { isRemoved = false }
            settle()
            onChange?()
        }
        settle()
    }

    private func toggle() {
        isRemoved.toggle()
        onChange?()
    }

    /// Puts in what somebody else remembers of the form.
    func show(_ text: String, isRemoved: Bool) {
        field.text = text
        self.isRemoved = isRemoved
    }

    private func settle() {
        field.placeholder =
            isRemoved ? "removed when saved" : isStored ? "set; type to replace it" : "not set"
        button?.caption = isRemoved ? "Keep Secret" : "Remove Secret"
        button?.isVisible = isStored && field.text.isEmpty && !isReadOnly
    }

    // MARK: Value

    var change: SecretChange {
        field.text.isEmpty ? isRemoved ? .clear : .keep : .set(Secret(field.text))
    }

    /// Nothing is typed, and nothing would be left in the store.
    var isMissing: Bool { field.text.isEmpty && (isRemoved || !isStored) }

    var asChange: Change { Self.asChange(change, isStored: isStored) }

    /// In words that show no secret.
    static func asChange(_ change: SecretChange, isStored: Bool) -> Change {
        let old = isStored ? "set" : ""
        return switch change {
        case .keep: Change(label: "Client Secret", old: old, new: old)
        case .set: Change(label: "Client Secret", old: old, new: "a new one, not shown")
        case .clear: Change(label: "Client Secret", old: old, new: "")
        }
    }
}
