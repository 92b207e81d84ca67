/// A part is larger than its whole.
package enum QuantityProblem: RuleFacts {
  case exceeds(FieldName, Quantity, whole: FieldName, Quantity)

  package static let codes = ["quantity.exceeds"]
  package var code: String { "quantity.exceeds" }
  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .exceeds(let part, let number, let whole, let most):
      "\(part) is \(number), more than \(whole) of \(most); correct one of the two"
    }
  }
}

/// What is counted out of what: bad ones among those inspected or sorted, samples kept of those that came.
private let parts: [(map: String, part: String, whole: String)] = [
  ("product", "defective", "inspected"), ("samples", "kept", "received"), ("containment", "defective", "quantity"),
  ("corrective", "defective", "quantity"), ("preventive", "defective", "quantity"),
]

/// No more can be bad, or kept, than there was.
func checkQuantities(_ checked: CaseUnderCheck) -> [Finding] {
  let record = checked.record
  return parts.flatMap { pair -> [Finding] in
    let maps: [Record] =
      switch record[pair.map]?.value {
      case .map(let map): [map]
      case .list: record.maps(pair.map)
      default: []
      }
    return maps.compactMap { map in
      guard let item = map[pair.part], let part = number(item), let whole = map[pair.whole].flatMap(number),
        part.millionths > whole.millionths
      else { return nil }
      let schema = record.schema
      let problem = QuantityProblem.exceeds(
        schema.name("\(pair.map).\(pair.part)"), part, whole: schema.name("\(pair.map).\(pair.whole)"), whole)
      return Finding(.quantity(problem), at: item.mark)
    }
  }
}

private func number(_ item: Item) -> Quantity? {
  switch item.value {
  case .count(let count): Quantity(millionths: count * 1_000_000)
  case .quantity(let quantity): quantity
  default: nil
  }
}
