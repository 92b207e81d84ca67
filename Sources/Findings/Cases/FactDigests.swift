import Complaints
package import Digests
import Threads

/// What figures read of the cases, as digests: where they are the same, so is every figure that is made of nothing else.
///
/// They are made of every field of all facts: whoever adds one to `CountedCase`, `CaseStanding`, `CaseDetail` or to what
/// stands in the lists of `CaseFacts` adds it here as well.
package struct FactDigests: Sendable {
  /// Of each counted case: all its facts but its single words, of which its category alone is among them; where it lies in
  /// the ledger is not. Words are told by their numbers in `words`.
  package let cases: [Digest]
  /// Of these of all cases, in their order.
  package let all: Digest
  /// Of every word with its number.
  package let words: Digest
  private let named: [Digest]

  init(_ facts: CaseFacts) {
    var words = Digester()
    words.add(facts.words.count)
    for word in facts.words.words { words.add(word) }
    named = CaseWord.allCases.map { word in
      let column = facts.cases.indices.map { facts.number(of: word, in: $0) }
      return column.withUnsafeBytes { Digest(of: $0) }
    }
    cases = facts.digests
    all = cases.withUnsafeBytes { Digest(of: $0) }
    self.words = words.digest()
  }

  /// Of all that splits by a dimension read of the cases: everything in `all`, and the word that each names on it.
  package func split(by dimension: Dimension) -> Digest {
    var digester = Digester()
    digester.add(all)
    digester.add(words)
    if let word = dimension.word { digester.add(named[word.rawValue]) }
    return digester.digest()
  }
}

extension CaseFacts {
  /// Makes the digests of all cases, whose words have their last numbers.
  mutating func makeDigests(jobs: Int) {
    let facts = self
    digests = inParallel(cases.count, jobs: jobs, step: 1_024, own: { FactNumbers() }) {
      number, numbers throws(Never) in facts.digest(of: number, by: &numbers)
    }
  }

  /// Makes the digest of the last case.
  mutating func addDigest() {
    var numbers = FactNumbers()
    digests.append(digest(of: cases.count - 1, by: &numbers))
  }

  /// By its fields: what lies between them in memory is anything at all.
  fileprivate func digest(of number: Int, by numbers: inout FactNumbers) -> Digest {
    numbers.removeAll()
    numbers.add(cases[number])
    numbers.add(details[number])
    numbers.add(Int(self.number(of: .category, in: number)))
    numbers.add(weights[number]) { $0.add(Int($1)) }
    numbers.add(flags[number]) { $0.add(Int($1)) }
    numbers.add(products[number]) {
      $0.add(Int($1.key))
      $0.add(Int($1.nameOfPart))
      $0.add($1.isPart)
    }
    numbers.add(departments[number]) {
      $0.add(Int($1.department))
      $0.add(Int($1.part.written))
      $0.add(Int($1.part.equals))
    }
    numbers.add(costs[number]) {
      $0.add($1.kind)
      $0.add($1.amount.cents)
    }
    numbers.add(reopenings[number]) { $0.add($1) }
    numbers.add(promises[number]) {
      $0.add($1.due.number)
      $0.add($1.isKept)
    }
    numbers.add(steps[number]) { $0.add($1) }
    return numbers.digest
  }
}

/// The facts of a case as numbers, one after the other: a digest of many at once takes a fraction of the time.
private struct FactNumbers {
  private var all: [Int] = []

  mutating func removeAll() { all.removeAll(keepingCapacity: true) }

  mutating func add(_ number: Int) { all.append(number) }

  var digest: Digest { all.withUnsafeBytes { Digest(of: $0) } }
}

extension FactNumbers {
  /// All but its place: that is a number like any other, which moves with every case before it.
  fileprivate mutating func add(_ counted: CountedCase) {
    add(counted.standing)
    add(counted.receivedDay.number)
    for answer in [
      counted.isValid, counted.isUndecided, counted.isRepeat, counted.isReopened, counted.hasDepartments,
      counted.hasProduct,
    ] { add(answer) }
    add(counted.lots)
    add(counted.defective.millionths)
    add(counted.inspected.millionths)
    add(counted.defectiveOfInspected.millionths)
    add(counted.satisfaction)
    add(counted.cost.cents)
    add(counted.recovered?.cents)
    add(counted.overdueDays?.lowerBound.number)
    add(counted.overdueDays?.upperBound.number)
    add(counted.pausedSince)
    add(counted.hoursToRespond)
  }

  private mutating func add(_ standing: CaseStanding) {
    add(standing.closed)
    add(standing.status.flatMap { Complaint.Status.allCases.firstIndex(of: $0) })
    add(standing.due)
    add(standing.isOverdue.map { $0 ? 1 : 0 })
    add(standing.isOnTime.map { $0 ? 1 : 0 })
    add(standing.daysToClose)
    add(standing.responded)
    add(standing.contained)
  }

  fileprivate mutating func add(_ detail: CaseDetail) {
    add(detail.days)
    add(detail.hoursToContain)
    add(detail.informed)
    add(detail.hoursToInform)
    add(detail.pausedDays)
    add(FollowUp.allCases.firstIndex(of: detail.followUp))
    add(Int(detail.expedites))
    add(detail.deductions.bonus.cents)
    add(detail.deductions.administrative.cents)
    add(detail.deductions.total.cents)
    add(detail.deductions.count)
    add(detail.isAbnormal)
    add(detail.waiting == nil ? 0 : 1)
    if let waiting = detail.waiting { add(waiting) }
  }

  fileprivate mutating func add(_ step: CaseFacts.Step) {
    add(Int(step.stage))
    add(Int(step.department))
    add(step.seconds)
  }

  fileprivate mutating func add(_ moment: Moment) {
    add(moment.local)
    add(moment.offset)
    add(moment.hasTime)
  }

  fileprivate mutating func add(_ answer: Bool) { add(answer ? 1 : 0) }

  private mutating func add(_ number: Double?) { add(number.map { Int(truncatingIfNeeded: $0.bitPattern) }) }

  private mutating func add(_ number: Int?) {
    add(number == nil ? 0 : 1)
    if let number { add(number) }
  }

  private mutating func add(_ moment: Moment?) {
    add(moment == nil ? 0 : 1)
    if let moment { add(moment) }
  }

  /// A list with its length before it.
  fileprivate mutating func add<Element>(_ list: ArraySlice<Element>, _ put: (inout FactNumbers, Element) -> Void) {
    add(list.count)
    for element in list { put(&self, element) }
  }
}

extension Findings {
  /// What the figures read of the cases.
  package var factDigests: FactDigests { FactDigests(facts) }
}
