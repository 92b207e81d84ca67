import Testing

@testable import Hypertext

/// Of eight bytes without anything special none is taken for special, or every text would be looked at twice.
@Test(arguments: ["abcdefgh", "投诉ab", "字，ab", "12:30-45", "#$%()*+,", "=?@[]^_`", "~\u{7F}!./;:A"])
func plainBytesAreToldAtOnce(text: String) {
  #expect(text.utf8.count == 8)
  #expect(!Escape.mayHoldSpecial(word(text)))
}

/// One special byte among seven others is met at every place.
@Test(arguments: ["\"", "&", "'", "<", ">", "\u{0}", "\n", "\u{1F}"], 0..<8)
func aSpecialByteIsToldAtEveryPlace(sign: String, place: Int) {
  for others in ["aaaaaaa", "!!!!!!!", "字字a"] {
    var bytes = Array(others.utf8)
    bytes.insert(contentsOf: sign.utf8, at: place)
    #expect(Escape.mayHoldSpecial(bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }))
  }
}

/// The first eight bytes, the first of them lowest.
private func word(_ text: String) -> UInt64 { text.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) } }
