// Each kind of control as a question.

extension TextField: ToldInLines {
    public var lineParts: [LinePart] {
        let value = isMasked ? (isEmpty ? placeholder : "typed, not shown") : text
        let manner: AnswerManner = isMasked ? .hidden : editing.maxLength == nil ? .long : .seen
        return [.question(Question(control: self, name: name, value: value, manner: manner, take: take))]
    }

    private func take(_ answer: String) -> String? {
        let clean = PastedText.clean(answer, lineBreaks: pastedLineBreaks, keepsControlCharacters: false)
        let taken = filter.map { String(clean.compactMap($0)) } ?? clean
        if taken.isEmpty, !clean.isEmpty { return "Nothing of that can stand here." }
        if let most = editing.maxLength, taken.count > most {
            return "At most \(most) characters, and these are \(taken.count)."
        }
        replace(with: taken)
        return nil
    }
}

extension ComboBox: ToldInLines {
    public var lineParts: [LinePart] {
        field.lineParts.map { part in
            guard case .question(var question) = part, !proposals.isEmpty else { return part }
            question.remark = "Known: \(proposals.joined(separator: ", "))"
            return .question(question)
        }
    }
}

extension CheckBox: ToldInLines {
    public var lineParts: [LinePart] {
        [
            .question(
                Question(
                    control: self, name: caption.text, value: isOn ? "yes" : "no",
                    take: { [weak self] answer in
                        guard let index = ["yes", "no"].index(answering: answer) else {
                            return "Answer yes or no."
                        }
                        self?.isOn = index == 0
                        return nil
                    }))
        ]
    }
}

/// A control with one of several values.
@MainActor
private protocol OneOfMany: Control {
    associatedtype Value: Hashable
    var offered: [Choice<Value>] { get }
    var selection: Value { get set }
}

extension OneOfMany {
    fileprivate var question: LinePart {
        let titles = offered.map(\.title)
        let now = offered.first { $0.value == selection }?.title ?? ""
        return .question(
            Question(
                control: self, name: name, value: now, choices: titles,
                take: { [weak self] answer in
                    guard let self, let index = titles.index(answering: answer) else {
                        return "That is none of the choices: give a number or a title."
                    }
                    selection = offered[index].value
                    return nil
                }))
    }
}

extension DropDown: OneOfMany, ToldInLines {
    fileprivate var offered: [Choice<Value>] { choices }
    public var lineParts: [LinePart] { [question] }
}

extension RadioGroup: OneOfMany, ToldInLines {
    fileprivate var offered: [Choice<Value>] { choices }
    public var lineParts: [LinePart] { [question] }
}

extension CheckList: ToldInLines {
    public var lineParts: [LinePart] {
        let titles = choices.map(\.title)
        let now = choices.filter { selection.contains($0.value) }.map(\.title).joined(separator: ", ")
        return [
            .question(
                Question(
                    control: self, name: name, value: now.isEmpty ? "none" : now, choices: titles,
                    remark: "Give the numbers of all that apply, with spaces between.",
                    take: { [weak self] in self?.take($0, titles) }))
        ]
    }

    private func take(_ answer: String, _ titles: [String]) -> String? {
        var chosen: Set<Value> = []
        for word in answer.split(whereSeparator: { $0 == " " || $0 == "," }) {
            guard let index = titles.index(answering: String(word)) else {
                return "\(word) is none of the choices: give their numbers."
            }
            chosen.insert(choices[index].value)
        }
        selection = chosen
        return nil
    }
}
