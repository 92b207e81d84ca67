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
private let parts: [FieldPair] = [
  ("product", "defective", "inspected"), ("samples", "kept", "received"), ("containment", "defective", "quantity"),
  ("corrective", "defective", "quantity"), ("preventive", "defective", "quantity"),
].map(FieldPair.known)

/// No more can be bad, or kept, than there was.
func checkQuantities(_ checked: CaseUnderCheck) -> [Finding] {
  let record = checked.record
  var findings: [Finding] = []
  for pair in parts {
    pair.each(of: record) { part, whole in
      guard let number = part.value.amount, let most = whole.value.amount, number.millionths > most.millionths else {
        return
      }
      let schema = record.schema
      let problem = QuantityProblem.exceeds(
        schema.name(pair.names.one), number, whole: schema.name(pair.names.other), most)
      findings.append(Finding(.quantity(problem), at: part.mark))
    }
  }
  return findings
}
