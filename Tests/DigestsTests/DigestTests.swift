import Digests
import Testing

struct DigestTests {
  /// The two halves as mmh3 5 of PyPI gives them: `mmh3.hash128(bytes, 0, x64arch=True)`.
  @Test(arguments: [
    ("", "00000000000000000000000000000000"),
    ("a", "85555565f6597889e6b53a48510e895a"),
    ("hello", "cbd8a7b341bd9b025b1e906a48ae1d19"),
    ("0123456789abcde", "a62dd5f6c0bf23514fccf50c7c544cf0"),
    ("0123456789abcdef", "4be06d94cf4ad1a787c35b5c63a708da"),
    ("The quick brown fox jumps over the lazy dog", "e34bbc7bbc071b6c7a433ca9c49a9347"),
  ])
  func agreesWithAnotherProgram(text: String, digest: String) {
    #expect(Digest(of: Array(text.utf8)).description == digest)
  }

  @Test func howBytesAreCutMakesNoDifference() {
    let bytes = (0..<771).map { UInt8(truncatingIfNeeded: $0) }
    for step in [1, 3, 7, 8, 15, 16, 17, 200] {
      var digester = Digester()
      for start in stride(from: 0, to: bytes.count, by: step) {
        bytes[start..<min(start + step, bytes.count)].withUnsafeBytes { digester.add($0) }
      }
      #expect(digester.digest() == Digest(of: bytes))
    }
  }

  @Test func textsInARowAreNotOtherTextsInARow() {
    func digest(_ texts: String...) -> Digest {
      var digester = Digester()
      for text in texts { digester.add(text) }
      return digester.digest()
    }
    #expect(digest("ab", "c") != digest("a", "bc"))
    #expect(digest("", "a") != digest("a", ""))
    #expect(digest("长") == digest("长"))
  }

  @Test func aNumberIsItsEightBytesTheLowestFirst() {
    var digester = Digester()
    for number in [1, 2, 3] { digester.add(number) }
    #expect(digester.digest() == Digest(of: [1, 2, 3].flatMap { [$0, 0, 0, 0, 0, 0, 0, 0] }))
    // Also behind a text of any length.
    for count in 0..<17 {
      let text = [UInt8](repeating: 0x61, count: count)
      var digester = Digester()
      text.withUnsafeBytes { digester.add($0) }
      digester.add(0x0807_0605_0403_0201)
      #expect(digester.digest() == Digest(of: text + [1, 2, 3, 4, 5, 6, 7, 8]))
    }
  }
}
