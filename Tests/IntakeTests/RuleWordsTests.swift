import Complaints
import Testing

@testable import Intake

/// Each rule of the domain as its reader sees it: file, line, column, weight, words, code. The lines under test follow
/// id, title and received, which stand in lines 2 to 4; as-of is 2026-10-31.
@Suite struct RuleWordsTests {
  @Test(arguments: Written.closures + Written.followUps + Written.notices + Written.demands)
  func aCaseIsClosedAsTheRulesOfTheSiteSay(written: Written) { #expect(written.found == written.expected) }

  @Test(arguments: Written.goods + Written.dates + Written.events)
  func whatIsWrittenDoesNotContradictItself(written: Written) { #expect(written.found == written.expected) }

  @Test(arguments: Written.processes + Written.files + Written.deadlines + Written.relations)
  func whatACaseRefersToFits(written: Written) { #expect(written.found == written.expected) }

  @Test(arguments: Written.weakness) func weakAnswersAreNamed(written: Written) {
    #expect(written.found == written.expected)
  }

  @Test func everyRuleHasItsWordsTested() {
    let tables =
      Written.closures + Written.followUps + Written.notices + Written.demands + Written.goods + Written.dates
      + Written.events + Written.processes + Written.files + Written.deadlines
    let tested = (tables + Written.relations + Written.weakness).flatMap(\.expected).compactMap { line in
      line.split(separator: "[").last.map { String($0.dropLast()) }
    }
    // The others stand in the tables of RulesTests, NumberingTests, CalendarYearsTests and ImprovementReadingTests.
    let elsewhere: Set = [
      "approval.below_rank", "approval.unknown_rank", "calendar.ending", "calendar.missing", "closed.before_received",
      "departments.attributed", "event.before_received", "improvement.done", "improvement.incomplete",
      "improvement.key",
      "improvement.order", "improvement.target", "improvement.unconfirmed", "number.gap", "number.month",
      "number.pattern", "pause.order",
      "relation.self", "relation.unknown", "shares.sum", "status.times", "time.differs",
    ]
    #expect(Set(tested).union(elsewhere) == Set(RuleProblem.codes))
  }
}
