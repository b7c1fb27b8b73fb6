@testable import CarrierCore

/// Whatever is pasted, reading it ends in the code of the registered address or in two sentences.
enum RedirectProperty {
    /// Each with every way to write what stands before its query.
    private static let registered: [(uri: String, spellings: [String])] = [
        (
            "https://127.0.0.1/upscallback",
            ["", ":", ":443"].map { "https://127.0.0.1\($0)/upscallback" }
        ),
        ("http://127.0.0.1:8421/callback", ["http://127.0.0.1:8421/callback"]),
        ("http://[::1]/", ["", ":", ":80"].flatMap { ["http://[::1]\($0)", "http://[::1]\($0)/"] }),
        ("http://localhost:8421/callback", ["http://localhost:8421/callback"]),
    ]

    /// What is wrong; nil when nothing is. The first byte chooses the registered address.
    static func fault(_ bytes: [UInt8]) -> String? {
        let (uri, spellings) = registered[Int(bytes.first ?? 0) % registered.count]
        let pasted = String(decoding: bytes.dropFirst(), as: UTF8.self)
        do throws(CarrierError) {
            let redirect = try RedirectAddress(pasted, expected: uri)
            guard isAt(spellings, pasted) else { return "an answer was taken from another address" }
            let code = try redirect.answer.get().reveal()
            guard !code.isEmpty, code.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else {
                return "the code has characters that no code has"
            }
            let state = redirect.state.map { "&state=\(PercentEncoding.encode($0))" } ?? ""
            let address = "\(uri)?code=\(PercentEncoding.encode(code))\(state)"
            let again = try RedirectAddress(address, expected: uri)
            let isSame = try again.answer.get().reveal() == code && again.state == redirect.state
            return isSame ? nil : "the address written anew reads otherwise"
        } catch {
            return error.message.isEmpty || error.advice.isEmpty ? "a sentence is missing" : nil
        }
    }

    /// A reading of its own, of the bytes alone: whether the text, as it is or encoded once more, begins with one of
    /// the spellings and a query. Scheme and host are in any case; white space and quotes are passed over.
    private static func isAt(_ spellings: [String], _ pasted: String) -> Bool {
        let shown = pasted.utf8.filter { (0x21...0x7e).contains($0) }
        let texts = [
            shown,
            PercentEncoding.decode(String(decoding: shown, as: UTF8.self)).map { Array($0.utf8) } ?? [],
        ]
        return texts.contains { text in
            let text = text.drop { "\"'<".utf8.contains($0) }
            return spellings.contains { spelling in
                let wanted = Array("\(spelling)?".utf8)
                let head = text.prefix(wanted.count)
                let path = wanted.dropFirst(8).firstIndex { "/?".utf8.contains($0) } ?? wanted.count
                return head.count == wanted.count && head.dropFirst(path).elementsEqual(wanted[path...])
                    && head.prefix(path).map(lowercased).elementsEqual(wanted[..<path])
            }
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
