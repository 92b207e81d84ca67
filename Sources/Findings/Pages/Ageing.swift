package import Complaints

/// How an open case stands against its due time at as-of.
package enum OpenState: CaseIterable, Sendable {
  /// Past its due time.
  case late
  /// Due within the three days after as-of.
  case near
  /// In time, or nothing was promised.
  case open
  /// The clocks stand still.
  case paused
}

/// Open cases of a span of ages.
package struct AgeBucket: Hashable, Sendable {
  /// Whole days since the day of receipt, both ends included; the last bucket has no upper end.
  package let from: Int
  package let to: Int?
  /// In the order of `OpenState`; within one, the oldest first.
  package let cases: [CaseSet]

  package func cases(_ state: OpenState) -> CaseSet {
    OpenState.allCases.firstIndex(of: state).map { cases[$0] } ?? CaseSet([])
  }

  package var count: Int { cases.reduce(0) { $0 + $1.count } }
}

/// An overdue case.
package struct OverdueCase: Hashable, Sendable {
  package let number: Int
  package let due: Moment
  /// From the due time to the end of as-of, in days of 86,400 seconds; above 0.
  package let daysLate: Double
}

extension Findings {
  /// The state of an open case; `nil` for closed ones.
  package func openState(of number: Int) -> OpenState? {
    let counted = cases[number]
    if counted.closedDay != nil { return nil }
    if counted.pausedSince != nil { return .paused }
    if counted.standing.isOverdue == true { return .late }
    guard let due = counted.standing.due?.day else { return .open }
    return due <= asOf.advanced(by: 3) ? .near : .open
  }

  /// The open cases by days since they were received.
  ///
  /// - Parameter bounds: The first day of each bucket, rising, from 0 on.
  package func ageing(_ bounds: [Int] = [0, 8, 15, 31, 61]) -> [AgeBucket] {
    var members = [[[Int]]](repeating: OpenState.allCases.map { _ in [] }, count: bounds.count)
    for number in timeline.open(at: asOf) {
      let age = asOf.number - cases[number].receivedDay.number
      guard let bucket = bounds.lastIndex(where: { $0 <= age }), let state = openState(of: number),
        let place = OpenState.allCases.firstIndex(of: state)
      else { continue }
      members[bucket][place].append(number)
    }
    return bounds.indices.map { index in
      AgeBucket(
        from: bounds[index], to: index + 1 < bounds.count ? bounds[index + 1] - 1 : nil,
        cases: members[index].map { CaseSet($0) })
    }
  }

  /// The overdue cases, the latest first; of equally late ones, the earlier received first.
  package func overdueCases() -> [OverdueCase] {
    timeline.overdue(at: asOf).compactMap { number -> OverdueCase? in
      guard let due = cases[number].standing.due else { return nil }
      let end = asOf.number * 86_400 + 86_399
      return OverdueCase(number: number, due: due, daysLate: Double(end - due.end.local) / 86_400)
    }
    .sorted { ($1.daysLate, $0.number) < ($0.daysLate, $1.number) }
  }

  /// Cases by the reason why they are open, the commonest first, ties by text; "" where none is given stands last.
  ///
  /// - Parameters:
  ///   - open: The cases; those open at as-of unless others are given.
  ///   - reason: What a page may say of a case; the file's own words unless given.
  package func openReasons(
    of open: CaseSet? = nil, reason: ((Int) -> String?)? = nil
  ) -> [(reason: String, cases: CaseSet)] {
    var places: [WordList.Word: Int] = [:]
    var groups: [(reason: String, numbers: [Int32])] = [("", [])]
    for number in open ?? timeline.open(at: asOf) {
      let text = (reason ?? { file($0).record.text("open_reason") })(number) ?? ""
      // Most cases say nothing, which is known without a look at the others.
      let place = text.isEmpty ? 0 : places[WordList.Word(text: text), default: groups.count]
      if place == groups.count {
        places[WordList.Word(text: text)] = place
        groups.append((text, []))
      }
      groups[place].numbers.append(Int32(number))
    }
    return groups.filter { !$0.numbers.isEmpty }.sorted { one, other in
      if one.reason.isEmpty != other.reason.isEmpty { return other.reason.isEmpty }
      let (own, others) = (one.numbers.count, other.numbers.count)
      return own != others ? own > others : one.reason < other.reason
    }
    .map { ($0.reason, CaseSet($0.numbers[...])) }
  }
}
