/// Asking the fields of a window.
extension Conversation {
    private enum Step { case on, back }

    /// Asks the fields of a place in their order; false when the person has gone back.
    ///
    /// What is asked next is looked up after each answer, for an answer may show or hide fields.
    func askFields(_ window: Window, _ path: [String]) async -> Bool {
        var last: Control?
        while let questions = place(window, path)?.questions {
            let next =
                last.flatMap { last in questions.firstIndex { $0.control === last } }.map { $0 + 1 } ?? 0
            guard next < questions.count else { return true }
            last = questions[next].control
            guard await put(questions[next], window) == .on else { return false }
        }
        return true
    }

    /// Asks again for whatever is wrong.
    func mend(_ window: Window) async {
        window.notice.map(say)
        for control in window.controls where control.problem != nil {
            let question = control.allLineParts.lazy.compactMap { part -> Question? in
                if case .question(let question) = part { question } else { nil }
            }.first
            guard let question, question.isOpen, isOpen(window) else { continue }
            control.groupTitle.map { say($0) }
            say(control.problem ?? "")
            guard await put(question, window) == .on else { return }
        }
    }

    /// Asks until the answer can be taken. Enter keeps what stands there, be it wrong: nobody is held.
    private func put(_ question: Question, _ window: Window) async -> Step {
        let control = question.control
        while isOpen(window) {
            guard let now = control.question ?? Optional(question) else { return .back }
            now.remark.map(say)
            if !now.choices.isEmpty { now.choiceLines.forEach(say) }
            guard let entry = await ask(now.prompt, now.manner, in: window) else { return .back }
            switch entry {
            case .back, .line("."): return .back
            case .line("?"): say(control.nearestHelp ?? "\(now.name): there is no more to say of it.")
            case .line(""):
                if !control.validate(), let problem = control.problem { say(problem) }
                return .on
            case .line(let answer):
                if take(answer, for: now) { return .on }
            }
        }
        return .back
    }

    /// True when the answer stands in the control and nothing is wrong with it; else what is wrong has been said.
    private func take(_ answer: String, for question: Question) -> Bool {
        let control = question.control
        let complaint: String?
        switch answer {
        case "-": complaint = question.take("")
        case _ where answer.hasPrefix("\\"): complaint = question.take(String(answer.dropFirst()))
        default: complaint = question.take(answer)
        }
        if complaint == nil, control.validate() {
            if let now = control.question, question.manner == .seen, question.choices.isEmpty,
                now.value != answer
            {
                say("\(now.name): \(now.shown)")
            }
            return true
        }
        say(complaint ?? control.problem ?? "")
        if let help = control.nearestHelp { say(help) }
        return false
    }
}

extension Control {
    /// Itself as a question, as it stands now.
    fileprivate var question: Question? {
        for case .question(let question) in (parent as? ComboBox)?.allLineParts ?? allLineParts {
            return question
        }
        return nil
    }
}

extension View {
    /// What F1 tells here.
    fileprivate var nearestHelp: String? { help ?? parent?.nearestHelp }

    /// The group it stands in.
    fileprivate var groupTitle: String? { (self as? GroupBox)?.caption.text ?? parent?.groupTitle }
}

extension Window {
    /// What is wrong in it, by control.
    var problems: [ObjectIdentifier: String] {
        controls.reduce(into: [:]) { $0[ObjectIdentifier($1)] = $1.problem }
    }
}
