import Charts
import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Hypertext

/// A drawing read back from its markup, as a browser would see it.
struct Drawn {
  struct Text {
    let words: String
    let left, top, right, bottom: Double
  }

  let svg: String
  let width: Double
  let height: Double
  let texts: [Text]

  init?(_ markup: Markup) {
    svg = markup.string
    guard let size = svg.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/),
      let width = Double(size.1), let height = Double(size.2)
    else { return nil }
    self.width = width
    self.height = height
    let pattern = /<text x="([-0-9.]+)" y="([-0-9.]+)"(?: class="([^"]*)")?>(?:<title>[^<]*<\/title>)?([^<]*)<\/text>/
    texts = svg.matches(of: pattern).compactMap { match in
      guard let x = Double(match.1), let y = Double(match.2) else { return nil }
      return Self.text(Self.unescaped(String(match.4)), x, y, Set((match.3 ?? "").split(separator: " ")))
    }
  }

  /// Boxes as the style sheet sets them: 12 px (11 for `sm`), semibold for the tones that are.
  private static func text(_ words: String, _ x: Double, _ y: Double, _ classes: Set<Substring>) -> Text {
    let size = classes.contains("sm") ? 11.0 : 12
    let bold = !classes.isDisjoint(with: ["b", "worse", "better", "late"])
    let width = TextWidth.of(words, size: size, bold: bold)
    let left = classes.contains("m") ? x - width / 2 : (classes.contains("e") ? x - width : x)
    return Text(words: words, left: left, top: y - 0.88 * size, right: left + width, bottom: y + 0.2 * size)
  }

  private static func unescaped(_ text: String) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacingOccurrences(of: $1.0, with: $1.1)
    }
  }

  /// Pairs of texts that overlap by more than a rounding error, and texts beyond the edge.
  var faults: [String] {
    var faults: [String] = []
    for (index, text) in texts.enumerated() {
      if text.left < -0.05 || text.right > width + 0.05 || text.top < -0.05 || text.bottom > height + 0.05 {
        faults.append("«\(text.words)» leaves the drawing")
      }
      for other in texts[(index + 1)...]
      where text.left + 0.05 < other.right && other.left + 0.05 < text.right && text.top + 0.05 < other.bottom
        && other.top + 0.05 < text.bottom
      {
        faults.append("«\(text.words)» overlaps «\(other.words)»")
      }
    }
    return faults
  }

  /// Whether an XML parser accepts it.
  var isWellFormed: Bool {
    XMLParser(data: Data(svg.utf8)).parse()
  }
}
