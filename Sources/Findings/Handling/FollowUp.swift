import Complaints

/// What is known of calling the customer back after a case, by the end of the as-of day.
package enum FollowUp: CaseIterable, BitwiseCopyable, Sendable {
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
  /// What the calls of a case came to.
  ///
  /// A call without a time stands as it is; one later than the as-of day has not happened. Who said whether he is
  /// satisfied was reached.
  init(_ calls: StoredList?, asOf day: Day) {
    self = .none
    guard let calls else { return }
    for item in calls {
      guard let call = item.map, call[Self.at]?.moment.map({ $0.day <= day }) ?? true else { continue }
      if let isSatisfied = call[Self.satisfaction]?.yesNo {
        self = isSatisfied ? .satisfied : .unsatisfied
      } else if call[Self.contact]?.yesNo == true {
        if !isReached { self = .reached }
      } else if self == .none {
        self = .tried
      }
    }
  }

  private static let at = FactField.at("at", in: "followups")
  private static let satisfaction = FactField.at("satisfied", in: "followups")
  private static let contact = FactField.at("reached", in: "followups")
}
