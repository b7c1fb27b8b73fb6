internal import CarrierCore
internal import TerminalKit

/// The controls of the form, each bound to one field of the draft.
extension CarrierDraft {
    func text(
        _ name: String, _ path: WritableKeyPath<Carrier, String>, limit: Int, columns: Int? = nil
    ) -> TextField {
        let field = TextField(maxLength: limit, columns: columns)
        bind(field, name, path)
        return field
    }

    func bind(_ field: TextField, _ name: String, _ path: WritableKeyPath<Carrier, String>) {
        bind(field, name, read: { $0[keyPath: path] }, write: { $0[keyPath: path] = $1 })
    }

    /// - Parameter showsOthers: whether what other fields say may show in this one.
    func bind(
        _ field: TextField, _ name: String, showsOthers: Bool = false, read: @escaping (Carrier) -> String,
        write: @escaping (inout Carrier, String) -> Void
    ) {
        adopt(field, name)
        field.onChange = { [unowned self] text in change(name) { write(&$0, text) } }
        watch(showsOthers ? nil : name) { [unowned self, unowned field] in field.text = read(carrier) }
    }

    /// A decimal number; what is none stays in the field and is told.
    func number(_ name: String, _ path: WritableKeyPath<Carrier, DecimalNumber>) -> TextField {
        var shown = carrier[keyPath: path]
        let field = TextField(unreadable[name] ?? shown.description, maxLength: 16, columns: 12)
        field.alignment = .trailing
        adopt(field, name)
        field.onChange = { [unowned self] text in
            guard let number = DecimalNumber(text: text.filter { $0 != " " }) else {
                unreadable[name] = text
                return
            }
            unreadable[name] = nil
            shown = number
            change(name) { $0[keyPath: path] = number }
        }
        watch(name) { [unowned self, unowned field] in
            guard unreadable[name] == nil, carrier[keyPath: path] != shown else { return }
            shown = carrier[keyPath: path]
            field.text = shown.description
        }
        return field
    }

    func choice<Value: CodedValue>(
        _ name: String, _ path: WritableKeyPath<Carrier, Value>,
        among values: [Value] = Array(Value.allCases),
        title: (Value) -> String = { $0.title }
    ) -> DropDown<Value> {
        pick(name, path, values.map { Choice($0, title($0)) })
    }

    /// The code before the words, as UPS's own papers have it.
    func codedChoice<Value: CodedValue>(
        _ name: String, _ path: WritableKeyPath<Carrier, Value>
    ) -> DropDown<Value> {
        choice(name, path) { "\($0.code) \($0.title)" }
    }

    func pick<Value: Hashable>(
        _ name: String, _ path: WritableKeyPath<Carrier, Value>, _ choices: [Choice<Value>]
    ) -> DropDown<Value> {
        let control = DropDown(choices, selection: carrier[keyPath: path])
        bind(control, name, path)
        return control
    }

    func bind<Value: Hashable>(
        _ control: DropDown<Value>, _ name: String, _ path: WritableKeyPath<Carrier, Value>
    ) {
        adopt(control, name)
        control.onChange = { [unowned self] value in change(name) { $0[keyPath: path] = value } }
        watch(name) { [unowned self, unowned control] in control.selection = carrier[keyPath: path] }
    }

    func radio<Value: CodedValue>(
        _ name: String, _ path: WritableKeyPath<Carrier, Value>, _ values: [Value]
    ) -> RadioGroup<Value> {
        let control = RadioGroup(values.map { Choice($0, $0.title) }, selection: carrier[keyPath: path])
        adopt(control, name)
        control.onChange = { [unowned self] value in change(name) { $0[keyPath: path] = value } }
        watch(name) { [unowned self, unowned control] in control.selection = carrier[keyPath: path] }
        return control
    }

    func box(_ caption: Caption, _ name: String, _ path: WritableKeyPath<Carrier, Bool>) -> CheckBox {
        box(caption, name, read: { $0[keyPath: path] }, write: { $0[keyPath: path] = $1 })
    }

    func box(
        _ caption: Caption, _ name: String, showsOthers: Bool = false, read: @escaping (Carrier) -> Bool,
        write: @escaping (inout Carrier, Bool) -> Void
    ) -> CheckBox {
        let control = CheckBox(caption, isOn: read(carrier))
        adopt(control, name)
        control.onChange = { [unowned self] isOn in change(name) { write(&$0, isOn) } }
        watch(showsOthers ? nil : name) { [unowned self, unowned control] in control.isOn = read(carrier) }
        return control
    }

    /// Several of many values; what is stored and no longer offered stays, in its place.
    func list<Value: Hashable>(
        _ name: String, _ path: WritableKeyPath<Carrier, [Value]>, _ choices: [Choice<Value>], maxHeight: Int
    ) -> CheckList<Value> {
        let control = CheckList(choices, selection: Set(carrier[keyPath: path]), maxHeight: maxHeight)
        adopt(control, name)
        control.onChange = { [unowned self] chosen in
            let kept = carrier[keyPath: path].filter(chosen.contains)
            carrier[keyPath: path] =
                kept + choices.map(\.value).filter { chosen.contains($0) && !kept.contains($0) }
        }
        watch { [unowned self, unowned control] in control.selection = Set(carrier[keyPath: path]) }
        return control
    }
}
