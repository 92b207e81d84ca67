import Foundation

/// A table as a reader sees it: texts without markup.
struct PrintedTable {
  let caption: String
  let columns: [String]
  /// The foot included.
  let rows: [[String]]
  /// Where the first cell of each row leads.
  let links: [String?]

  static func all(in html: String) -> [PrintedTable] {
    html.matches(of: /<table[\s\S]*?<\/table>/).map { PrintedTable(String($0.output)) }
  }

  private init(_ table: String) {
    let plain = table.replacing(/<svg[\s\S]*?<\/svg>/, with: "")
    caption = Self.texts(plain, of: /<caption[^>]*>([\s\S]*?)<\/caption>/).first ?? ""
    let parts = plain.components(separatedBy: "</thead>")
    columns = Self.texts(parts[0], of: /<th[^>]*>([\s\S]*?)<\/th>/)
    let lines = parts.count > 1 ? parts[1].components(separatedBy: "<tr").dropFirst() : []
    rows = lines.map { Self.texts($0, of: /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/) }
    links = lines.map { line in
      line.components(separatedBy: "</th>")[0].firstMatch(of: /href="([^"]*)"/).map { String($0.output.1) }
    }
  }

  private static func texts(_ html: String, of pattern: Regex<(Substring, Substring)>) -> [String] {
    html.matches(of: pattern).map { String($0.output.1.replacing(/<[^>]*>/, with: "")) }
  }

  /// The place of a column, by how its name begins.
  func column(_ name: String) -> Int? { columns.firstIndex { $0.hasPrefix(name) } }

  /// A count with its sign; `nil` for «—» and for what is no whole number.
  static func number(_ text: String) -> Double? {
    Double(text.replacing(",", with: "").replacing("+", with: "").replacing("−", with: "-"))
  }
}
