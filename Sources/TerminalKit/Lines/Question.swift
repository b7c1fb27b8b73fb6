/// A control as a question: its name, what stands in it, and how it takes an answer.
@MainActor
public struct Question {
    let control: Control
    let name: String
    /// What stands in it, in words; empty for nothing.
    let value: String
    var manner = AnswerManner.seen
    /// What there is to choose from, numbered.
    var choices: [String] = []
    /// Told before it is asked.
    var remark: String?
    /// Takes an answer; returns why it cannot be taken.
    let take: @MainActor (String) -> String?

    var isOpen: Bool { control.isActive && !control.isReadOnly }
    var shown: String { value.isEmpty ? "empty" : value }
    var prompt: String { "\(name)\(control.isRequired ? ", required" : "") (\(shown)): " }

    /// The choices in lines: on one where they are short.
    var choiceLines: [String] {
        let numbered = choices.areNumbers ? choices : choices.enumerated().map { "\($0 + 1) \($1)" }
        let line = numbered.joined(separator: ", ")
        return line.columns <= 72 ? [line] : numbered
    }
}

extension [String] {
    /// Numbers stand for themselves and get no numbers of their own.
    var areNumbers: Bool { allSatisfy { Int($0) != nil } }

    /// Which of these titles an answer means: a title, its number, or how only one of them begins.
    func index(answering answer: String) -> Int? {
        let wanted = answer.lowercased()
        if let exact = firstIndex(where: { $0.lowercased() == wanted }) { return exact }
        if !areNumbers, let number = Int(answer), String(number) == answer, indices.contains(number - 1) {
            return number - 1
        }
        let beginning = indices.filter { self[$0].lowercased().hasPrefix(wanted) }
        return beginning.count == 1 ? beginning.first : nil
    }
}
