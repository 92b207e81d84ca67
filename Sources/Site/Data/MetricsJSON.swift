import Complaints
import Digests
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

  /// - Parameter parts: Of those that are still to be made.
  func write(into bytes: inout [UInt8], parts: (MetricsPart, inout [UInt8]) -> Void) {
    var texts = MetricsTexts(masking, of: ledger)
    write(value, &texts, into: &bytes, parts: parts)
  }

  /// The whole of a document without parts that are still to be made.
  func write(into bytes: inout [UInt8]) { write(into: &bytes) { _, _ in preconditionFailure("every part is made") } }

  private func write(
    _ value: MetricsValue, _ texts: inout MetricsTexts, into bytes: inout [UInt8],
    parts: (MetricsPart, inout [UInt8]) -> Void
  ) {
    switch value {
    case .unknown: JSON.writeNull(into: &bytes)
    case .integer(let integer): JSON.write(integer, into: &bytes)
    case .number(let number): JSON.write(number, into: &bytes)
    case .text(let text): JSON.write(texts.shown(text), into: &bytes)
    case .numbers(let numbers):
      JSON.write(array: numbers.count, into: &bytes) { place, bytes in
        if let number = numbers[place] { JSON.write(number, into: &bytes) } else { JSON.writeNull(into: &bytes) }
      }
    case .list(let values):
      JSON.write(array: values.count, into: &bytes) { write(values[$0], &texts, into: &$1, parts: parts) }
    case .map(let members):
      JSON.write(object: members.count, into: &bytes) {
        members[$0].key
      } value: {
        write(members[$0].value, &texts, into: &$1, parts: parts)
      }
    case .part(let part): parts(part, &bytes)
    }
  }
}

func metricsDocument(of edition: Edition) -> MetricsDocument {
  let value =
    edition.audience == .public ? publicMetrics(of: edition) : edition.findings.metrics()
  return metricsDocument(value, of: edition)
}

private func metricsDocument(_ value: MetricsValue, of edition: Edition) -> MetricsDocument {
  MetricsDocument(value, of: edition.ledger, masking: edition.audience == .team ? nil : Masking())
}

/// The document in pieces: its parts that take long, and between them what is written each time.
///
/// - Parameter inputs: Of the cases of the ledger.
func metricsPieces(of edition: Edition, _ inputs: PageInputs) -> [PagePiece] {
  let parts = MetricsParts(edition.findings)
  var pieces: [PagePiece] = []
  func add(_ bytes: [UInt8]) {
    var digester = Digester()
    // The same may stand between other parts.
    digester.add(pieces.count)
    digester.add(bytes)
    pieces.append(PagePiece(inputs: digester.digest()) { $0 += bytes })
  }
  var rest: [UInt8] = []
  metricsDocument(edition.findings.metricsOutline(), of: edition).write(into: &rest) { part, bytes in
    add(bytes)
    bytes.removeAll(keepingCapacity: true)
    pieces.append(
      PagePiece(inputs: inputs.metrics(part, in: edition)) { bytes in
        metricsDocument(parts.value(of: part), of: edition).write(into: &bytes)
      })
  }
  add(rest)
  return pieces
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
