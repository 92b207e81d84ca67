import Complaints
import Findings
import Hypertext

/// All figures of an edition for other programs.
func metricsDocument(of edition: Edition) -> JSON {
  switch edition.audience {
  case .team: return JSON(edition.findings.metrics())
  case .management: return JSON(edition.findings.metrics(), masking: Masking(), sparing: edition.ledger.partNumbers)
  case .public: return publicMetrics(of: edition)
  }
}

/// Aggregates without people, customers and departments, and without small counts where the site withholds them.
private func publicMetrics(of edition: Edition) -> JSON {
  let numbers = edition.ledger.partNumbers
  let write = { (value: MetricsValue) in JSON(value, masking: Masking(), sparing: numbers) }
  guard let disclosure = edition.disclosure else {
    return write(edition.findings.metrics(dimensions: Dimension.published.filter { !$0.isInternal }, isWhole: false))
  }
  return JSON(
    edition.findings.metrics(dimensions: Disclosure.dimensions, isWhole: false), shownBy: disclosure, writing: write)
}

extension Ledger {
  /// Numbers of things, which may look like telephone numbers and are none.
  var partNumbers: Set<String> { Set(cases.flatMap { $0.complaint.products.compactMap(\.partNumber) }) }
}

extension JSON {
  /// Spells a document; texts are masked where a masking is given.
  init(_ value: MetricsValue, masking: Masking? = nil, sparing numbers: Set<String> = []) {
    switch value {
    case .unknown: self = .null
    case .integer(let integer): self = .integer(integer)
    case .number(let number): self = .number(number)
    case .text(let text): self = .string(numbers.contains(text) ? text : masking?.text(text) ?? text)
    case .list(let values): self = .array(values.map { JSON($0, masking: masking, sparing: numbers) })
    case .map(let members):
      self = .object(members.map { ($0.key, JSON($0.value, masking: masking, sparing: numbers)) })
    }
  }
}
