import Complaints
import Findings
import Templates

/// How long the month's work took, and how its closed cases ended: closing, calling back, marks, deductions.
struct MonthlyTimes {
  let page: MonthlyPage

  private var edition: Edition { page.edition }
  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var further: FurtherFigures? { edition.findings.further(of: page.month.period) }

  var times: TemplateValue {
    guard let further else { return .none }
    let before = page.month.period.previous
    let former = edition.findings.figures(of: before).flatMap { figures in
      edition.findings.further(of: before).map { (figures, $0) }
    }
    let text = ProcessText(in: edition)
    let table = TimesTables(edition: edition).times(
      of: page.month, further, former: former, formerName: strings(FurtherPhrase.formerMedian))
    return [
      "table": table.object, "flow": .text(text.flow(page.month, further)), "survival": .text(text.survival(further)),
      "paused": .text(text.paused(page.month, further)), "defects": .text(text.defects(further)),
      "stages": TimesTables(edition: edition)
        .stages(edition.findings.stepTimes(of: edition.findings.timeline.closed(in: page.month.days)))?.object ?? .none,
    ]
  }

  /// Closing, calling back and marks of the cases closed in the month, and the measures due or confirmed in it, a
  /// sentence each; empty without any.
  var followUps: [String] {
    guard let further, page.month.closed > 0 else { return improvements }
    return [closures(further), followUp(further), marks(further)] + improvements
  }

  private var improvements: [String] {
    let figures = edition.findings.improvementFigures(in: page.month.period.days)
    guard figures.due + figures.confirmed > 0 else { return [] }
    return [
      strings(
        FurtherPhrase.improvements,
        [
          "due": numbers.count(figures.due), "done": numbers.count(figures.doneOnTime),
          "confirmed": numbers.count(figures.confirmed), "effective": numbers.count(figures.effective),
        ])
    ]
  }

  private func count(_ figure: Further, _ further: FurtherFigures) -> String {
    numbers.count(further.value(of: figure).map { Int($0) })
  }

  private func closures(_ further: FurtherFigures) -> String {
    strings(
      FurtherPhrase.closures,
      [
        "n": numbers.count(page.month.closed), "normal": count(.closedNormal, further),
        "abnormal": count(.closedAbnormal, further),
      ])
  }

  private func followUp(_ further: FurtherFigures) -> String {
    guard let rate = further.followUp else { return strings(FurtherPhrase.followUpNone) }
    return strings(
      FurtherPhrase.followUp,
      [
        "due": numbers.count(rate.base), "n": numbers.count(rate.count), "share": numbers.percent(rate.fraction),
        "answers": count(.followupAnswers, further), "satisfied": count(.followupSatisfied, further),
      ])
  }

  private func marks(_ further: FurtherFigures) -> String {
    guard let mean = page.month.satisfactionMean else { return strings(FurtherPhrase.marksNone) }
    return strings(
      FurtherPhrase.marks,
      [
        "n": numbers.count(page.month.satisfactionAnswers), "share": numbers.percent(further.value(of: .answerRate)),
        "mean": numbers.decimal(mean, places: 2), "five": count(.mark5, further), "four": count(.mark4, further),
        "three": count(.mark3, further), "two": count(.mark2, further), "one": count(.mark1, further),
      ])
  }

  /// What was deducted for the cases closed in the month; empty without a case.
  var deductions: String {
    guard let further, page.month.closed > 0 else { return "" }
    let sums = further.deductions
    guard sums.count > 0 else { return strings(FurtherPhrase.deductionsNone) }
    return strings(
      FurtherPhrase.deductions,
      [
        "n": count(.deductionCases, further), "total": numbers.money(sums.total), "bonus": numbers.money(sums.bonus),
        "administrative": numbers.money(sums.administrative),
      ])
  }
}
