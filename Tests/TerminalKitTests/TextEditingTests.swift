import TerminalKit
import Testing

@Suite struct TextEditingTests {
    private func typed(_ text: String, into editing: inout TextEditing) {
        for character in text { editing.insert(String(character)) }
    }

    @Test func `moving by words stops where words begin`() {
        var editing = TextEditing("one, two_3  four")
        var stops: [Int] = []
        for _ in 0..<4 {
            editing.move(.wordLeft)
            stops.append(editing.cursor)
        }
        #expect(stops == [12, 5, 0, 0])
        editing.move(.wordRight)
        #expect(editing.cursor == 5)
    }

    @Test func `moving with selection keeps the other end, and without it collapses to a side`() {
        var editing = TextEditing("abcdef")
        editing.place(at: 2)
        editing.move(.right, selecting: true)
        editing.move(.right, selecting: true)
        #expect(editing.selectedText == "cd")
        editing.move(.left)
        #expect(editing.cursor == 2 && editing.selection == nil)
        editing.selectAll()
        #expect(editing.selectedText == "abcdef")
    }

    @Test func `a double click takes a word or the gap between words`() {
        var editing = TextEditing("ab  cd")
        editing.selectWord(at: 4)
        #expect(editing.selectedText == "cd")
        editing.selectWord(at: 2)
        #expect(editing.selectedText == "  ")
        var empty = TextEditing()
        empty.selectWord(at: 0)
        #expect(empty.selection == nil)
    }

    @Test func `overwriting replaces characters up to the end`() {
        var editing = TextEditing("ab")
        editing.isOverwriting = true
        editing.place(at: 1)
        typed("XYZ", into: &editing)
        #expect(editing.text == "aXYZ")
    }

    @Test func `a run of typing is taken back word by word, a deletion run at once`() {
        var editing = TextEditing()
        typed("one two", into: &editing)
        editing.undo()
        #expect(editing.text == "one ")
        editing.redo()
        #expect(editing.text == "one two" && !editing.canRedo)
        for _ in 0..<3 { editing.delete(.left) }
        #expect(editing.text == "one ")
        editing.undo()
        #expect(editing.text == "one two" && editing.cursor == 7)
        editing.place(at: 0)
        editing.delete(.right)
        editing.delete(.right)
        editing.undo()
        #expect(editing.text == "one two")
        while editing.canUndo { editing.undo() }
        #expect(editing.isEmpty)
    }

    @Test func `what is killed is given back`() {
        var editing = TextEditing("one two three")
        editing.place(at: 4)
        #expect(editing.kill(.lineEnd) == "two three")
        #expect(editing.text == "one ")
        #expect(editing.kill(.wordLeft) == "one ")
        #expect(editing.kill(.wordLeft).isEmpty && editing.isEmpty)
        editing.undo()
        #expect(editing.text == "one ")
    }

    @Test func `a length limit reports what it cut off`() {
        var editing = TextEditing("abc", maxLength: 5)
        #expect(editing.paste("déf") == "f")
        #expect(editing.text == "abcdé")
        #expect(editing.insert("x") == "x")
        editing.selectAll()
        #expect(editing.paste("12345678") == "678")
        #expect(TextEditing("too long", maxLength: 3).text == "too")
    }

    @Test func `one line joins pasted lines, with a space or with nothing`() {
        var name = TextEditing()
        name.paste("Ada\r\nLovelace\n")
        #expect(name.text == "Ada Lovelace")
        var address = TextEditing()
        address.paste("https://127.0.0.1/?code=\r  abc\n", joining: .nothing)
        #expect(address.text == "https://127.0.0.1/?code=  abc")
    }

    @Test func `control characters in a paste are dropped or kept`() {
        var editing = TextEditing()
        editing.paste("a\u{1B}[31m\tb\u{202E}c")
        #expect(editing.text == "a[31m bc")
        var raw = TextEditing()
        raw.paste("a\u{1B}b", keepsControlCharacters: true)
        #expect(raw.text == "a\u{1B}b")
    }

    @Test func `a mark typed after a letter joins it, and undo parts them`() {
        var editing = TextEditing("xe")
        editing.insert("\u{301}")
        #expect(editing.characters == ["x", "e\u{301}"] && editing.cursor == 2)
        editing.undo()
        #expect(editing.characters == ["x", "e"] && editing.cursor == 2)
        var parted = TextEditing("e-")
        parted.insert("\u{301}")
        #expect(parted.characters.count == 2)
        #expect(parted.text == "e-\u{301}")
    }

    @Test func `a mark joins the last character that the limit lets in`() {
        var editing = TextEditing("re", maxLength: 2)
        #expect(editing.insert("\u{301}").isEmpty)
        #expect(editing.text == "re\u{301}" && editing.cursor == 2)
        #expect(editing.insert("x") == "x")
        editing.undo()
        #expect(editing.text == "re")
    }

    @Test func `a paste of a mebibyte goes in and out in one step`() {
        let text = String(repeating: "0123456789abcdef", count: 65_536)
        var editing = TextEditing("<>")
        editing.place(at: 1)
        editing.paste(text)
        #expect(editing.characters.count == 1_048_578 && editing.cursor == 1_048_577)
        editing.undo()
        #expect(editing.text == "<>")
    }
}
