package import Complaints

/// What each figure counts, one function each: these sentences are what somebody could dispute.
extension Timeline {
  /// Cases received in the span whose validity is neither invalid nor not established; undecided ones are valid.
  package func valid(in days: ClosedRange<Day>) -> CaseSet { received(in: days).only { cases[$0].isValid } }

  /// Cases received in the span that name an earlier case they repeat.
  package func repeats(in days: ClosedRange<Day>) -> CaseSet { received(in: days).only { cases[$0].isRepeat } }

  /// Cases received in the span that are closed at as-of, whenever that was.
  package func completed(ofReceivedIn days: ClosedRange<Day>) -> CaseSet {
    received(in: days).only { cases[$0].closedDay != nil }
  }

  /// Cases closed in the span that had a due time.
  package func closedWithDue(in days: ClosedRange<Day>) -> CaseSet {
    closed(in: days).only { cases[$0].standing.isOnTime != nil }
  }

  /// Cases closed in the span at or before their due time.
  package func closedOnTime(in days: ClosedRange<Day>) -> CaseSet {
    closed(in: days).only { cases[$0].standing.isOnTime == true }
  }

  /// Cases closed in the span for which the customer gave an overall mark.
  package func satisfactionAnswers(in days: ClosedRange<Day>) -> CaseSet {
    closed(in: days).only { cases[$0].satisfaction != nil }
  }

  /// Cases received by the end of a day and not closed by then; one that was reopened is open until its last closing.
  ///
  /// - Complexity: O(cases received by then).
  package func open(at day: Day) -> CaseSet {
    received(through: day).only { number in cases[number].closedDay.map { $0 > day } ?? true }
  }

  /// Cases received in the span that are valid and name a product: those whose lots are complaint lots.
  package func withLots(in days: ClosedRange<Day>) -> CaseSet {
    received(in: days).only { cases[$0].hasLots }
  }

  /// Cases received in the span that are valid and report defective pieces.
  package func withDefects(in days: ClosedRange<Day>) -> CaseSet {
    received(in: days).only { cases[$0].hasDefects }
  }

  /// Cases closed in the span that cost something, the claim not counted.
  package func withCost(in days: ClosedRange<Day>) -> CaseSet { closed(in: days).only { cases[$0].cost > .zero } }

  /// Cases answered in the span of which both times are known, so that hours can be told.
  package func withResponseHours(in days: ClosedRange<Day>) -> CaseSet {
    responded(in: days).only { cases[$0].hoursToRespond != nil }
  }

  private func received(through day: Day) -> CaseSet {
    days.map { $0.lowerBound <= day ? received(in: $0.lowerBound...day) : CaseSet([]) } ?? CaseSet([])
  }
}

extension Period {
  /// All its days.
  package var days: ClosedRange<Day> { first...last }
}
