import Complaints

/// What is known of calling the customer back after a case, by the end of the as-of day.
package enum FollowUp: Sendable {
  /// Nobody called, and nothing exempts the case.
  case none
  /// Need not be called, and was not.
  case exempt
  /// Called, never reached.
  case tried
  /// Reached; what the customer thinks is not known.
  case reached
  /// Reached, and content or not, as last said.
  case satisfied, unsatisfied

  /// Whether the case is one of those that ought to be called back.
  package var isDue: Bool { self != .exempt }
  /// Whether the customer was spoken to.
  package var isReached: Bool { self == .reached || self == .satisfied || self == .unsatisfied }
}

extension FollowUp {
  /// A call without a time stands as it is; one later than the as-of day has not happened. Who said whether he is
  /// satisfied was reached.
  init(_ record: Record, asOf day: Day) {
    var state = FollowUp.none
    for call in record.maps(at: Self.calls) {
      guard call.moment("at").map({ $0.day <= day }) ?? true else { continue }
      if let isSatisfied = call.yesNo("satisfied") {
        state = isSatisfied ? .satisfied : .unsatisfied
      } else if call.yesNo("reached") == true {
        if !state.isReached { state = .reached }
      } else if state == .none {
        state = .tried
      }
    }
    self = !state.isReached && record.text(at: Self.exemption) != nil ? .exempt : state
  }

  private static let calls = place(of: "followups")
  private static let exemption = place(of: "followup_exempt")
}

/// The index of a field of case files, so that a hundred thousand records need not look for it by its name.
func place(of key: String) -> Int {
  guard let index = CaseSchema.schema.index(of: key) else { preconditionFailure("no field has the key \(key)") }
  return index
}
