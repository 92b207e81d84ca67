package import Complaints

/// How many measures were done in time, and how many work, over a span of days.
package struct ImprovementFigures: Hashable, Sendable {
  /// Measures whose date lies in the span and had passed by as-of, or that were done by then.
  package let due: Int
  /// Those of them that were done at or before their date.
  package let doneOnTime: Int
  /// Measures whose effect was confirmed in the span, one way or the other.
  package let confirmed: Int
  /// Those of them that work.
  package let effective: Int

  /// Done on time ÷ due; `nil` if none was due.
  package var onTimeRate: Rate? { Rate(doneOnTime, of: due) }
  /// Effective ÷ confirmed; `nil` if none was confirmed.
  package var effectiveRate: Rate? { Rate(effective, of: confirmed) }
}

extension Findings {
  /// The measures that are due in a span of days, by their places among all.
  ///
  /// What has no date is due in no span, and over the whole ledger, `nil`, neither.
  package func improvements(dueIn days: ClosedRange<Day>?) -> [Int] {
    improvements.indices.filter { place in
      guard let due = improvements[place].improvement.due, days?.contains(due.day) ?? true else { return false }
      return improvements[place].state != .open
    }
  }

  /// The measures whose effect was confirmed in a span of days, by their places among all.
  ///
  /// What was confirmed on no day is confirmed in no span; over the whole ledger, `nil`, it counts.
  package func improvements(confirmedIn days: ClosedRange<Day>?) -> [Int] {
    improvements.indices.filter { place in
      guard improvements[place].isEffective != nil else { return false }
      guard let days else { return true }
      return improvements[place].confirmedOn.map { days.contains($0.day) } ?? false
    }
  }

  /// The figures of the measures over a span of days, or over the whole ledger.
  package func improvementFigures(in days: ClosedRange<Day>? = nil) -> ImprovementFigures {
    let due = improvements(dueIn: days)
    let confirmed = improvements(confirmedIn: days)
    return ImprovementFigures(
      due: due.count, doneOnTime: due.count { improvements[$0].state == .done }, confirmed: confirmed.count,
      effective: confirmed.count { improvements[$0].isEffective == true })
  }
}
