import Complaints
package import Digests
import Threads

/// What figures read of the cases, as digests: where they are the same, so is every figure that is made of nothing else.
///
/// They are made of the plain memory of all facts, so that none can be forgotten; what lies unused between two fields may
/// make two digests of the same facts differ, which costs time and nothing else.
package struct FactDigests: Sendable {
  /// Of each counted case: all its facts but its single words, of which its category alone is among them; where it lies in
  /// the ledger is not. Words are told by their numbers in `words`.
  package let cases: [Digest]
  /// Of these of all cases, in their order.
  package let all: Digest
  /// Of every word with its number.
  package let words: Digest
  private let named: [Digest]

  init(_ facts: CaseFacts, jobs: Int) {
    let cases = inParallel(facts.cases.count, jobs: jobs, step: 1_024) { number throws(Never) in
      facts.digest(of: number)
    }
    var all = Digester()
    all.add(cases.count)
    for digest in cases { all.add(digest) }
    var words = Digester()
    words.add(facts.words.count)
    for word in facts.words.words { words.add(word) }
    named = CaseWord.allCases.map { word in
      var digester = Digester()
      for number in facts.cases.indices { digester.add(Int(facts.number(of: word, in: number))) }
      return digester.digest()
    }
    (self.cases, self.all, self.words) = (cases, all.digest(), words.digest())
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
  fileprivate func digest(of number: Int) -> Digest {
    var digester = Digester()
    // Its place is a number like any other, which moves with every case before it.
    var counted = cases[number]
    counted.place = 0
    withUnsafeBytes(of: counted) { digester.add($0) }
    withUnsafeBytes(of: details[number]) { digester.add($0) }
    digester.add(Int(self.number(of: .category, in: number)))
    add(weights, number, to: &digester)
    add(flags, number, to: &digester)
    add(products, number, to: &digester)
    add(departments, number, to: &digester)
    add(costs, number, to: &digester)
    add(reopenings, number, to: &digester)
    add(promises, number, to: &digester)
    add(steps, number, to: &digester)
    return digester.digest()
  }

  private func add<Value>(_ lists: CaseLists<Value>, _ number: Int, to digester: inout Digester) {
    let list = lists[number]
    digester.add(list.count)
    list.withUnsafeBytes { digester.add($0) }
  }
}

extension Findings {
  /// What the figures read of the cases.
  package func factDigests(jobs: Int) -> FactDigests { FactDigests(facts, jobs: jobs) }
}
