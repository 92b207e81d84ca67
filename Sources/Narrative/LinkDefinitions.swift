/// The lines of a narrative that define links (`[label]: destination "title"`).
///
/// cmark forgets them once a document is parsed, but cells of tables are documents of their own.
struct LinkDefinitions {
  private let source: [UInt8]
  /// How often they can be given out before it takes too long; then links by label stay text.
  private var supply: Int

  /// None.
  init() {
    source = []
    supply = 0
  }

  init(_ narrative: UnsafeBufferPointer<UInt8>) {
    var source: [UInt8] = []
    for line in narrative.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      let text = line.drop { isBlank($0) || $0 == UInt8(ascii: ">") }
      guard text.first == UInt8(ascii: "["), text.contains(UInt8(ascii: ":")) else { continue }
      let rebased = UnsafeBufferPointer(rebasing: text)
      guard withDocument(rebased, { $0.firstChild == nil }) else { continue }
      source += Array(text) + [UInt8(ascii: "\n")]
    }
    self.source = source
    supply = source.isEmpty ? 0 : 4_000_000 / source.count
  }

  /// The definitions, to stand at the end of a source; nothing where there are none or they have been asked for too often.
  mutating func take() -> [UInt8] {
    guard supply > 0 else { return [] }
    supply -= 1
    return [UInt8(ascii: "\n")] + source
  }
}
