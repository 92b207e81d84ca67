import Complaints
import Digests
import Findings

/// The cases that count, by the days on which something happened to them.
struct CountedSums: Sendable {
  let received, closed, responded: DaySums
  /// Of the facts alone.
  let receivedFacts, closedFacts: DaySums
  /// The cases that show a problem again, by the day they came, with those that showed it before.
  let problems: DaySums

  init(_ findings: Findings, _ spans: CaseSpans, _ facts: FactDigests) {
    let (asOf, cases) = (findings.asOf, findings.cases)
    let span = min(findings.timeline.days?.lowerBound ?? asOf, asOf)...asOf
    func sums(_ day: (CountedCase) -> Day?, _ sum: (Int) -> DigestSum?) -> DaySums {
      DaySums(span) { put in
        for number in cases.indices {
          if let day = day(cases[number]), let sum = sum(number) { put(day, sum) }
        }
      }
    }
    let all = { number in spans[cases[number].place] }
    received = sums(\.receivedDay, all)
    closed = sums(\.closedDay, all)
    responded = sums({ $0.standing.responded?.day }, all)
    let ofFacts = { number in DigestSum(facts.cases[number]) }
    receivedFacts = sums(\.receivedDay, ofFacts)
    closedFacts = sums(\.closedDay, ofFacts)
    problems = sums(\.receivedDay) { number in
      guard let before = findings.problems.before(number) else { return nil }
      var digester = Digester()
      digester.add(findings.complaint(number).id)
      digester.add(findings.complaint(before).id)
      return DigestSum(digester.digest())
    }
  }

  /// Of those that are open at the end of a day: what was received by then without what was closed by then.
  func open(at day: Day) -> DigestSum {
    var sum = received.through(day)
    sum.remove(closed.through(day))
    return sum
  }
}
