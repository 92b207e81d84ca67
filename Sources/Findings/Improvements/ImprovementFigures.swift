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
  /// The figures of the measures over a span of days.
  ///
  /// What has no date is due in no span, and what was confirmed on no day is confirmed in none; over the whole ledger,
  /// `nil`, both count.
  package func improvementFigures(in days: ClosedRange<Day>? = nil) -> ImprovementFigures {
    let due = improvements.filter { standing in
      guard let due = standing.improvement.due, days?.contains(due.day) ?? true else { return false }
      return standing.state != .open
    }
    let confirmed = improvements.filter { standing in
      guard standing.isEffective != nil else { return false }
      guard let days else { return true }
      return standing.confirmedOn.map { days.contains($0.day) } ?? false
    }
    return ImprovementFigures(
      due: due.count, doneOnTime: due.count { $0.state == .done }, confirmed: confirmed.count,
      effective: confirmed.count { $0.isEffective == true })
  }
}
