/// Base64 with padding (RFC 4648 section 4), here so that a clipboard does not cost loading Foundation.
func base64(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in bytes {
        bits = bits << 8 | Int(byte)
        count += 8
        while count >= 6 {
            count -= 6
            encoded.append(digits[bits >> count & 63])
        }
        bits &= (1 << count) - 1
    }
    if count > 0 { encoded.append(digits[bits << (6 - count) & 63]) }
    while encoded.count % 4 != 0 { encoded.append(UInt8(ascii: "=")) }
    return String(decoding: encoded, as: UTF8.self)
}
