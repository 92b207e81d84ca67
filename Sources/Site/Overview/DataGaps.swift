import Complaints
import Findings

/// What the ledger does not say about a month, so that nobody takes its figures for more than they are.
struct DataGaps {
  let edition: Edition
  let month: PeriodFigures

  /// One sentence; that nothing is missing is said too.
  var sentence: String {
    let strings = edition.strings
    let findings = edition.findings
    let received = findings.timeline.received(in: month.days)
    func count(_ isMissing: (Int) -> Bool) -> Int { received.count { isMissing($0) } }
    let counts: [(OverviewPhrase, Int)] = [
      (.gapProduct, count { !findings.cases[$0].hasProduct }),
      (.gapCategory, count { findings.complaint($0).category == nil }),
      (.gapDepartment, count { findings.cases[$0].departments.isEmpty }),
      (.gapValidity, count { findings.complaint($0).validityCode == "pending" }),
      (.gapDue, count { findings.cases[$0].standing.due == nil }),
      (
        .gapExposure,
        edition.months(through: month.period, count: 13).count { $0.shippedLots == nil }
      ),
      (.gapErrors, findings.account.inError),
    ]
    let gaps = counts.filter { $0.1 > 0 }.map { strings($0.0, ["n": edition.numbers.count($0.1)]) }
    guard !gaps.isEmpty else { return strings(OverviewPhrase.gapsNone) }
    return strings(
      OverviewPhrase.gaps, ["list": gaps.joined(separator: strings(OverviewPhrase.gapSeparator))])
  }
}
