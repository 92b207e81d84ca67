import Complaints
import Findings

/// What the ledger does not say about a month, so that nobody takes its figures for more than they are.
struct DataGaps {
  let edition: Edition
  let month: PeriodFigures

  private static let gaps: [(CaseGap, OverviewPhrase)] = [
    (.product, .gapProduct), (.category, .gapCategory), (.department, .gapDepartment), (.validity, .gapValidity),
    (.due, .gapDue),
  ]

  /// One sentence; that nothing is missing is said too.
  var sentence: Sentence {
    let strings = edition.strings
    let findings = edition.findings
    let received = findings.timeline.received(in: month.days)
    var counts: [(OverviewPhrase, Int, Door)] = Self.gaps.map { gap, phrase in
      let count = received.count { edition.lacks(gap, $0) }
      return (phrase, count, .list(CaseGap.listOfMonth, place: gap.anchor))
    }
    let unknown = edition.months(through: month.period, count: 13).count { $0.shippedLots == nil }
    counts.append((.gapExposure, unknown, .list(.ledgerState, place: "exposure")))
    counts.append((.gapErrors, findings.account.inError, .list(.ledgerState, place: "rejected")))
    let gaps = counts.filter { $0.1 > 0 }.map { phrase, count, door in
      strings.sentence(phrase, ["n": .figure(Figure(edition.numbers.count(count), door))])
    }
    guard !gaps.isEmpty else { return Sentence(strings(OverviewPhrase.gapsNone)) }
    var list: [Sentence.Piece] = []
    for gap in gaps {
      if !list.isEmpty { list.append(.words(strings(OverviewPhrase.gapSeparator))) }
      list.append(.sentence(gap))
    }
    return strings.sentence(OverviewPhrase.gaps, ["list": .sentence(Sentence(list))])
  }
}
