import Foundation

/// A secret that is looked for where none may stand.
public enum Canary {
    /// What it may look like there: itself, base64 at each of the three places that it can have in a longer text, and hex.
    public static func traces(of secret: String) -> [String] {
        let bytes = Data(secret.utf8)
        let hex = bytes.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
        let base64 = (0..<3).map { shift in
            // The characters at both ends hold bits of the neighbours.
            let text = (Data(count: shift) + bytes).base64EncodedString().prefix { $0 != "=" }
            return String(text.dropFirst(shift == 0 ? 0 : 4).dropLast())
        }
        return [secret, hex, hex.uppercased()] + base64
    }
}
