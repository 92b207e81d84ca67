/// Labels and values of a card as its reader sees them, taken from its HTML.
struct CardFacts {
  private var values: [String: [String]] = [:]

  init(html: String) {
    // Definition lists, cells that name their column, labels within a cell, and rows of the table of costs.
    for match in html.matches(of: /<dt[^>]*>(.*?)<\/dt>\s*<dd[^>]*>(.*?)<\/dd>/.dotMatchesNewlines()) {
      add(match.1, match.2)
    }
    for match in html.matches(of: /data-l="([^"]+)"[^>]*>(.*?)<\/t[dh]>/.dotMatchesNewlines()) { add(match.1, match.2) }
    for piece in html.split(separator: #"<span class="fl">"#).dropFirst() {
      guard let end = piece.firstRange(of: "</span>") else { continue }
      let rest = piece[end.upperBound...]
      let ends = ["</t", "</dd>"].compactMap { rest.firstRange(of: $0)?.lowerBound }
      add(piece[..<end.lowerBound], rest[..<(ends.min() ?? rest.endIndex)])
    }
    for match in html.matches(of: /<th scope="row">(.*?)<\/th><td class="r">(.*?)<\/td>/) { add(match.1, match.2) }
  }

  /// Every text that stands under a label.
  func values(under label: String) -> [String] { values[label] ?? [] }

  private mutating func add(_ label: Substring, _ value: Substring) {
    values[Self.plain(label), default: []].append(Self.plain(value))
  }

  private static func plain(_ html: Substring) -> String {
    String(html.replacing(/<[^>]*>/, with: ""))
  }
}
