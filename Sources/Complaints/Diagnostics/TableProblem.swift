/// What is wrong with a CSV file of denominators or tallies.
package enum TableProblem: ProblemFacts {
  case noHeader
  case unterminatedQuote
  /// A quote inside an unquoted cell, or text after a closing one.
  case strayQuote
  case cells(expected: Int, found: Int)
  case doubledHeader(Quoted)
  case unknownHeader(Quoted, nearest: String?)
  case missingHeader(String)
  case emptyCell(column: String)
  case month(Quoted)
  /// Two rows of one month and product.
  case sameProduct(month: String, product: String?, other: Place)
  /// Rows of named products beside one of all products.
  case mixed(month: String, other: Place)
  /// More lots were accepted than shipped.
  case accepted(Int, shipped: Int)

  package var code: String {
    switch self {
    case .noHeader: "csv.empty"
    case .unterminatedQuote, .strayQuote: "csv.quote"
    case .cells: "csv.cells"
    case .doubledHeader, .unknownHeader, .missingHeader: "csv.header"
    case .emptyCell: "csv.missing"
    case .month: "csv.period"
    case .sameProduct, .mixed: "exposure.contradiction"
    case .accepted: "exposure.accepted"
    }
  }

  package var severity: Severity {
    if case .accepted = self { .warning } else { .error }
  }

  package var message: String {
    switch self {
    case .noHeader: "the file is empty; its first line must name the columns"
    case .unterminatedQuote: "a quoted cell has no end; close it with '\"'"
    case .strayQuote: "a '\"' in the middle of a cell; quote the whole cell and double the quotes within"
    case .cells(let expected, let found): "the row has \(found) cells; the header has \(expected)"
    case .doubledHeader(let name): "the column \(name) stands twice; keep one of them"
    case .unknownHeader(let name, let nearest):
      "unknown column \(name); \(proposal(nearest, else: "delete it"))"
    case .missingHeader(let name): "the column '\(name)' is missing; add it to the header"
    case .emptyCell(let column): "the cell of '\(column)' is empty; fill it"
    case .month(let text): "\(text) is not a month; write it like 2026-10"
    case .sameProduct(let month, let product, let other):
      "\(month) has a second row for \(product.map { "'\(Quoted($0).text)'" } ?? "all products"), at \(other); keep one"
    case .mixed(let month, let other):
      "\(month) has rows for all products and for single ones, such as \(other); keep one kind"
    case .accepted(let accepted, let shipped):
      "accepted_lots is \(accepted), more than shipped_lots of \(shipped); correct one of the two"
    }
  }
}
