internal import CarrierCore
internal import TerminalKit

/// A carrier while it is being edited: what is stored, what the form says now, and who wants to know of
/// changes.
///
/// Controls write into ``carrier``; every change of it is told to the watchers, which bring the views up to
/// date.
final class CarrierDraft {
    /// As it is stored, or as a new one begins.
    private(set) var original: Carrier
    var carrier: Carrier {
        didSet {
            let field = changedField
            changedField = nil
            if carrier != oldValue { notify(of: field) }
        }
    }
    /// The field that a control is writing.
    private var changedField: String?
    /// The client secret as typed; empty keeps the stored one.
    var clientSecret = ""
    /// Whether the stored client secret is to go.
    var removesSecret = false { didSet { if removesSecret != oldValue { notify() } } }
    /// Whether a client secret is stored.
    private(set) var hasStoredSecret: Bool { didSet { if hasStoredSecret != oldValue { notify() } } }
    /// What was typed where a number belongs and is none, by the field's JSON name.
    var unreadable: [String: String] = [:]
    /// Operators look and change nothing.
    let isReadOnly: Bool
    /// The controls by the JSON names of their fields.
    private(set) var controls: [String: Control] = [:]
    /// With the field that is looked at; nil for the whole.
    private var watchers: [(field: String?, react: () -> Void)] = []

    init(_ carrier: Carrier, hasStoredSecret: Bool, isReadOnly: Bool) {
        original = carrier
        self.carrier = carrier
        self.hasStoredSecret = hasStoredSecret
        self.isReadOnly = isReadOnly
    }

    // MARK: Watching

    /// Calls a function now and after each change, or after those alone that may concern a field.
    func watch(_ field: String? = nil, _ react: @escaping () -> Void) {
        watchers.append((field, react))
        react()
    }

    /// Writes one field, as its control does at every key: the controls of others need not look.
    func change(_ field: String, _ write: (inout Carrier) -> Void) {
        changedField = field
        write(&carrier)
    }

    private func notify(of field: String? = nil) {
        for watcher in watchers where field == nil || watcher.field == nil || watcher.field == field {
            watcher.react()
        }
    }

    /// Binds a control to a field: its check, its help, and whether it takes changes.
    func adopt(_ control: Control, _ name: String) {
        controls[name] = control
        control.check = { [unowned self] in problem(with: name) }
        control.help = EditorHelp.text(for: name)
        control.isReadOnly = isReadOnly
    }

    /// Lets go of all views, which hold the draft in turn.
    func close() {
        watchers = []
        controls = [:]
    }

    // MARK: Rules

    /// What is wrong with a field, in one sentence.
    func problem(with name: String) -> String? {
        if unreadable[name] != nil { return "\(CarrierField.label(of: name)) is a number, such as 12.50." }
        return problems.first { $0.field == name }?.message
    }

    /// Everything that is against a rule.
    var problems: [Problem] { carrier.normalized().validate() }

    // MARK: Changes

    /// What would be stored differently, secrets apart.
    var changedNames: [String] { carrier.normalized().changes(from: original.normalized()) }

    /// What the person has changed, in words.
    var changes: [Change] {
        var changes = CarrierField.changes(from: original.normalized(), to: carrier.normalized())
        for (name, text) in unreadable.sorted(by: { $0.key < $1.key }) {
            let old = CarrierField.named(name)?.text(original) ?? ""
            changes.removeAll { $0.label == CarrierField.label(of: name) }
            changes.append(Change(label: CarrierField.label(of: name), old: old, new: text))
        }
        let secret = SecretField.asChange(secretChange, isStored: keepsStoredSecret)
        return secret.old == secret.new ? changes : changes + [secret]
    }

    /// A secret belongs to its client id: another one does not inherit it.
    var keepsStoredSecret: Bool {
        hasStoredSecret && carrier.customerClientID == original.customerClientID
    }

    var secretChange: SecretChange {
        clientSecret.isEmpty ? removesSecret ? .clear : .keep : .set(Secret(clientSecret))
    }

    /// It has been stored so.
    func didSave(_ saved: Carrier) {
        switch secretChange {
        case .keep: break
        case .set: hasStoredSecret = true
        case .clear: hasStoredSecret = false
        }
        clientSecret = ""
        removesSecret = false
        original = saved
        carrier = saved
        notify()
    }

    /// Takes over what is stored now and keeps what was typed here.
    ///
    /// - Returns: the names of fields changed on both sides, which stay as typed here.
    func rebase(onto stored: Carrier) -> [String] {
        let mine = changedNames
        let theirs = Set(stored.changes(from: original.normalized()))
        var merged = stored
        for name in mine { CarrierField.named(name)?.copy(&merged, carrier) }
        original = stored
        carrier = merged
        return mine.filter(theirs.contains)
    }

    /// It is no longer stored: what is here can only be saved as a new one.
    func becomeNew() {
        original = Carrier()
        carrier.id = nil
        carrier.version = 0
        hasStoredSecret = false
    }
}
