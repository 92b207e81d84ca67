import Complaints
import Findings
import Hypertext

/// All figures of an edition for other programs, as they are written.
struct MetricsDocument {
  private let value: MetricsValue
  private let masking: Masking?
  private let ledger: Ledger

  /// - Parameter masking: What hides ways to reach a customer in every text; `nil` shows all.
  init(_ value: MetricsValue, of ledger: Ledger, masking: Masking?) {
    self.value = value
    self.ledger = ledger
    self.masking = masking
  }

  func write(into bytes: inout [UInt8]) {
    var texts = MetricsTexts(masking, of: ledger)
    write(value, &texts, into: &bytes)
  }

  private func write(_ value: MetricsValue, _ texts: inout MetricsTexts, into bytes: inout [UInt8]) {
    switch value {
    case .unknown: JSON.writeNull(into: &bytes)
    case .integer(let integer): JSON.write(integer, into: &bytes)
    case .number(let number): JSON.write(number, into: &bytes)
    case .text(let text): JSON.write(texts.shown(text), into: &bytes)
    case .numbers(let numbers):
      JSON.write(array: numbers.count, into: &bytes) { place, bytes in
        if let number = numbers[place] { JSON.write(number, into: &bytes) } else { JSON.writeNull(into: &bytes) }
      }
    case .list(let values): JSON.write(array: values.count, into: &bytes) { write(values[$0], &texts, into: &$1) }
    case .map(let members):
      JSON.write(object: members.count, into: &bytes) {
        members[$0].key
      } value: {
        write(members[$0].value, &texts, into: &$1)
      }
    }
  }
}

func metricsDocument(of edition: Edition) -> MetricsDocument {
  let value =
    edition.audience == .public ? publicMetrics(of: edition) : edition.findings.metrics()
  return MetricsDocument(value, of: edition.ledger, masking: edition.audience == .team ? nil : Masking())
}

/// Aggregates without people, customers and departments, and without small counts where the site withholds them.
private func publicMetrics(of edition: Edition) -> MetricsValue {
  let all = edition.findings.metrics(dimensions: Disclosure.dimensions, isWhole: false)
  return edition.disclosure.map(all.shown) ?? all
}

/// Texts with what must not be known masked; numbers of things may look like telephone numbers, and are none.
private struct MetricsTexts {
  private let masking: Masking?
  private let ledger: Ledger
  private lazy var partNumbers = Set(ledger.cases.flatMap { $0.complaint.products.compactMap(\.partNumber) })

  init(_ masking: Masking?, of ledger: Ledger) {
    self.masking = masking
    self.ledger = ledger
  }

  mutating func shown(_ text: String) -> String {
    guard let masking, text.withBytes(masking.mayHide), !partNumbers.contains(text) else { return text }
    return masking.text(text)
  }
}
