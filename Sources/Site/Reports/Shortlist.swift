import Complaints
import Findings
import Hypertext
import Templates

/// The cases of a long table that matter most, so that a report stays one that people read.
struct Shortlist {
  /// So many rows at most; a month of a busy team has hundreds.
  static let most = 60

  /// In the order in which they were given.
  let shown: [Int]
  /// How many are left out.
  let others: Int

  /// Unfinished cases go first, then major, hot and important ones, then the dearest.
  init(of cases: CaseSet, in edition: Edition) {
    let all = Array(cases)
    guard all.count > Self.most else {
      (shown, others) = (all, 0)
      return
    }
    let order = ["major", "hot", "important"]
    let ranked = all.map { number in
      let counted = edition.findings.cases[number]
      let weight = edition.findings.words(of: number, on: .weight).compactMap { order.firstIndex(of: $0) }.min()
      return (
        number: number, rank: (counted.closedDay == nil ? 0 : 1, weight ?? order.count, -counted.cost.cents, number)
      )
    }
    let kept = Set(ranked.sorted { $0.rank < $1.rank }.prefix(Self.most).map(\.number))
    shown = all.filter(kept.contains)
    others = all.count - Self.most
  }

  /// Where those left out stand, as a sentence; `none` if none is.
  func more(in edition: Edition, at path: PagePath, to target: PagePath, _ label: MonthlyPhrase) -> TemplateValue {
    guard others > 0 else { return .none }
    let sentence = edition.strings(MonthlyPhrase.casesMore, ["n": edition.numbers.count(others)])
    return .markup(
      .joined([Markup(text: sentence), .link(edition.strings(label), href: path.href(to: target))]))
  }
}
