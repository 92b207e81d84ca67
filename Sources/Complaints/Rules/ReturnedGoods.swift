/// The numbers of returned goods do not fit together.
package enum ReturnProblem: RuleFacts {
  /// More was received than approved; the tolerance is in hundredths of a percent.
  case tolerance(received: Quantity, approved: Quantity, tolerance: Int, most: Quantity)
  /// The case is closed, and nobody ever said how much comes back.
  case undecided

  package static let codes = ["return.tolerance", "return.undecided"]

  package var code: String {
    switch self {
    case .tolerance: "return.tolerance"
    case .undecided: "return.undecided"
    }
  }

  package var severity: Severity { .warning }

  package var message: String {
    switch self {
    case .tolerance(let received, let approved, let tolerance, let most):
      "\(received) were received, but \(approved) were approved with a tolerance of \(percent(tolerance))%, so at most \(most); have the rest approved, or correct the number"
    case .undecided:
      "the case is closed, but the number to return is still in_process; write it, or what was approved and received"
    }
  }
}

/// What comes back may exceed what was approved by the tolerance, the case's own before the site's; less is always
/// booked as received. A number that was still open has been settled when the case is closed.
func checkReturn(_ checked: CaseUnderCheck) -> [Finding] {
  guard let goods = checked.record.map(at: At.returned) else { return [] }
  var findings: [Finding] = []
  if let requested = goods["requested"], case .code = requested.value, checked.history.closed != nil,
    !goods.has("approved"), !goods.has("received")
  {
    findings.append(Finding(.returned(.undecided), at: requested.mark))
  }
  guard let general = checked.grounds.settings.returnTolerance, let approved = goods.quantity("approved"),
    let place = goods.mark("received"), let received = goods.quantity("received")
  else { return findings }
  let tolerance = goods.percent("tolerance") ?? general
  // Millionths times ten thousand can outgrow 64 bits.
  let most = Quantity(millionths: Int(Int128(approved.millionths) * Int128(10_000 + tolerance) / 10_000))
  if received.millionths > most.millionths {
    let problem = ReturnProblem.tolerance(received: received, approved: approved, tolerance: tolerance, most: most)
    findings.append(Finding(.returned(problem), at: place))
  }
  return findings
}

extension Quantity: CustomStringConvertible {
  /// As people write it: 530, 12.5.
  package var description: String {
    var places = padded(millionths % 1_000_000, 6)[...]
    while places.last == "0" { places.removeLast() }
    return "\(millionths / 1_000_000)" + (places.isEmpty ? "" : "." + places)
  }
}

/// Hundredths of a percent: 9990 as 99.9.
func percent(_ hundredths: Int) -> String {
  let digits = padded(hundredths % 100, 2)
  let places = digits == "00" ? "" : digits.hasSuffix("0") ? ".\(digits.prefix(1))" : ".\(digits)"
  return "\(hundredths / 100)\(places)"
}
