import Hypertext

/// A narrative of the plainest kind, as nearly all are: paragraphs, headings with `#` and pipe tables, with nothing but
/// text in them.
///
/// It is written as it is read, which takes a tenth of the time of a parse. Each rule here is narrower than that of
/// CommonMark, never wider: what is not known for certain is left to cmark.
struct PlainNarrative {
  private let source: UnsafeBufferPointer<UInt8>

  /// `nil` for a narrative that holds, or may hold, anything else.
  init?(_ source: UnsafeBufferPointer<UInt8>) {
    // A byte order mark is cmark's to skip.
    guard !source.starts(with: [0xEF, 0xBB, 0xBF]), !source.contains(where: Self.mayBeMarkup) else { return nil }
    self.source = source
    var former: PlainBlock.Kind?
    for block in PlainBlocks(source) {
      switch block.kind {
      case .unknown: return nil
      // Lines of a paragraph beside those of a table may belong to either.
      case .text: if former == .table { return nil }
      case .table: if former == .text || PlainTable(block.text) == nil { return nil }
      case .heading, .blank: break
      }
      former = block.kind
    }
  }

  /// Whether a byte may mean something wherever it stands; of the control characters only the line feed is harmless.
  private static func mayBeMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...: false
    case UInt8(ascii: "\n"): false
    case ..<0x20: true
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "["), UInt8(ascii: "\\"),
      UInt8(ascii: "]"), UInt8(ascii: "_"), UInt8(ascii: "`"):
      true
    default: false
    }
  }

  /// Appends the same markup as a parse gives.
  func append(to out: inout Markup, _ options: NarrativeOptions) {
    for block in PlainBlocks(source) {
      switch block.kind {
      case .heading(let level):
        let level = min(max(level + options.headingBase, 1), Self.headings.count)
        out.element(Self.headings[level - 1], class: nil) { options.append(block.text, to: &$0) }
        out.text("\n")
      case .text:
        out.element("p", class: nil) { options.append(block.text, to: &$0) }
        out.text("\n")
      case .table: PlainTable(block.text)?.append(to: &out, options)
      case .blank, .unknown: break
      }
    }
  }

  private static let headings: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
}

extension NarrativeOptions {
  /// Appends a text that nothing interrupts, as the audience may see it.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout Markup) {
    guard let text, mayChange(bytes) else { return out.text(bytes) }
    out.text(text(String(decoding: bytes, as: UTF8.self)))
  }
}
