import Complaints

/// What adds up of the cases received in a span, from one look at each.
struct ReceivedSums {
  private(set) var valid = 0, completed = 0, repeats = 0
  /// Complaint lots: those of all products of the valid cases, 1 a product unless given.
  private(set) var lots = 0
  /// Defective pieces of all products of the valid cases, in millionths; what is not given adds nothing.
  private var millionths = 0

  init(_ set: CaseSet, of cases: [CountedCase]) {
    for number in set {
      if cases[number].isValid { valid += 1 }
      if cases[number].closedDay != nil { completed += 1 }
      if cases[number].isRepeat { repeats += 1 }
      if cases[number].hasLots { lots += cases[number].lots }
      if cases[number].hasDefects { millionths += cases[number].defective.millionths }
    }
  }

  var defective: Quantity { Quantity(millionths: millionths) }
}

/// The same of the cases closed in a span.
struct ClosedSums {
  private(set) var withDue = 0, onTime = 0
  private(set) var answers = 0, marks = 0
  /// The costs without the claim, their appeals' included.
  private(set) var cost = Money.zero
  /// From received to closed, the shortest first.
  let seconds: [Int]

  init(_ set: CaseSet, of cases: [CountedCase]) {
    var seconds: [Int] = []
    seconds.reserveCapacity(set.count)
    for number in set {
      if let isOnTime = cases[number].standing.isOnTime {
        withDue += 1
        if isOnTime { onTime += 1 }
      }
      if let mark = cases[number].satisfaction {
        answers += 1
        marks += mark
      }
      cost += cases[number].cost
      if let days = cases[number].standing.daysToClose { seconds.append(spanSeconds(days, unit: 86_400)) }
    }
    seconds.sort()
    self.seconds = seconds
  }

  /// `nil` without an answer.
  var meanMark: Double? { answers > 0 ? Double(marks) / Double(answers) : nil }
}
