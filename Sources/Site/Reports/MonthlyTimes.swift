import Complaints
import Findings
import Hypertext
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
    let tables = TimesTables(edition: edition, path: page.path)
    let table = tables.times(
      of: page.month, further, former: former, formerName: strings(FurtherPhrase.formerMedian))
    return [
      "table": table.object, "flow": markup(text.flow(page.month, further)),
      "survival": markup(text.survival(further, in: page.month)),
      "paused": markup(text.paused(page.month, further)), "defects": markup(text.defects(page.month, further)),
      "problems": markup(text.problems(page.month, further)),
      "stages": tables.stages(
        edition.findings.stepTimes(of: edition.findings.timeline.closed(in: page.month.days)), in: page.month)?.object
        ?? .none,
    ]
  }

  private func markup(_ sentence: Sentence?) -> TemplateValue { .markup(sentence?.markup(at: page.path) ?? Markup()) }

  /// Closing, calling back and marks of the cases closed in the month, and the measures due or confirmed in it, a
  /// sentence each; empty without any.
  var followUps: [Sentence] {
    guard let further, page.month.closed > 0 else { return improvements }
    return [closures(further), followUp(further), marks(further)] + improvements
  }

  private var improvements: [Sentence] {
    let figures = edition.findings.improvementFigures(in: page.month.period.days)
    guard figures.due + figures.confirmed > 0 else { return [] }
    func figure(_ count: Int, _ place: String) -> Sentence.Piece {
      let door = count > 0 ? Door.list(.improvements(in: page.month.period), place: place) : .none(.nothing)
      return .figure(Figure(numbers.count(count), door))
    }
    return [
      strings.sentence(
        FurtherPhrase.improvements,
        [
          "due": figure(figures.due, "improvements_due"),
          "done": figure(figures.doneOnTime, "improvements_done_on_time"),
          "confirmed": figure(figures.confirmed, "improvements_confirmed"),
          "effective": figure(figures.effective, "improvements_effective"),
        ])
    ]
  }

  private func count(_ figure: Further, _ further: FurtherFigures) -> Sentence.Piece {
    piece(figure, further) { numbers.count($0.map { Int($0) }) }
  }

  private func piece(_ figure: Further, _ further: FurtherFigures, _ text: (Double?) -> String) -> Sentence.Piece {
    .figure(edition.figure(figure, in: page.month, further, text))
  }

  private func piece(_ metric: Metric) -> Sentence.Piece { .figure(edition.figure(metric, in: page.month)) }

  private func closures(_ further: FurtherFigures) -> Sentence {
    strings.sentence(
      FurtherPhrase.closures,
      [
        "n": piece(.closed), "normal": count(.closedNormal, further),
        "abnormal": count(.closedAbnormal, further),
      ])
  }

  private func followUp(_ further: FurtherFigures) -> Sentence {
    guard further.followUp != nil else { return Sentence(strings(FurtherPhrase.followUpNone)) }
    return strings.sentence(
      FurtherPhrase.followUp,
      [
        "due": count(.followupDue, further), "n": count(.followedUp, further),
        "share": piece(.followupRate, further) { numbers.percent($0) },
        "answers": count(.followupAnswers, further), "satisfied": count(.followupSatisfied, further),
      ])
  }

  private func marks(_ further: FurtherFigures) -> Sentence {
    guard page.month.satisfactionMean != nil else { return Sentence(strings(FurtherPhrase.marksNone)) }
    return strings.sentence(
      FurtherPhrase.marks,
      [
        "n": piece(.satisfactionAnswers), "share": piece(.answerRate, further) { numbers.percent($0) },
        "mean": piece(.satisfactionMean), "five": count(.mark5, further), "four": count(.mark4, further),
        "three": count(.mark3, further), "two": count(.mark2, further), "one": count(.mark1, further),
      ])
  }

  /// What was deducted for the cases closed in the month; `nil` without a case.
  var deductions: Sentence? {
    guard let further, page.month.closed > 0 else { return nil }
    let sums = further.deductions
    guard sums.count > 0 else { return Sentence(strings(FurtherPhrase.deductionsNone)) }
    func money(_ figure: Further, _ amount: Money) -> Sentence.Piece {
      piece(figure, further) { _ in numbers.money(amount) }
    }
    return strings.sentence(
      FurtherPhrase.deductions,
      [
        "n": count(.deductionCases, further), "total": money(.deductions, sums.total),
        "bonus": money(.deductionBonus, sums.bonus),
        "administrative": money(.deductionAdministrative, sums.administrative),
      ])
  }
}
