/// A name in a template or in an object, hashed once, so that a look-up compares numbers.
///
/// Among the few hundred names of a site two with the same fingerprint would be met once in 10¹⁴ sites.
package struct TemplateKey: Hashable, Sendable, ExpressibleByStringLiteral {
  package let text: String
  /// FNV-1a, 64 bits, over the name's UTF-8; the same in every run, unlike Swift's own hash.
  let fingerprint: UInt64

  package init(_ text: String) {
    self.text = text
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var bytes = text
    bytes.withUTF8 { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 } }
    fingerprint = hash
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package static func == (left: TemplateKey, right: TemplateKey) -> Bool {
    left.fingerprint == right.fingerprint && left.text == right.text
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(fingerprint)
  }
}
