package import Complaints
import Digests

/// What was read of the cases that count, as it was kept by a former build: a view of its bytes, good while they are lent.
///
/// It holds while the grounds of the ledger and the day are the same, whatever becomes of single cases.
package struct KeptFacts: @unchecked Sendable {
  /// Of each case, of its file and of those of its appeals, whose costs are its own.
  let files: [Digest]
  /// Of the files of the appeals, and how each of these stands.
  let appeals: [Digest]
  let standings: UnsafeBufferPointer<CaseStanding>
  /// Of the facts of each case.
  let digests: UnsafeBufferPointer<Digest>
  let words: WordList
  let cases: UnsafeBufferPointer<CountedCase>
  let details: UnsafeBufferPointer<CaseDetail>
  let named: UnsafeBufferPointer<Int32>
  let weights, flags: KeptLists<Int32>
  let products: KeptLists<CaseFacts.Product>
  let departments: KeptLists<CaseFacts.Share>
  let costs: KeptLists<CaseFacts.Cost>
  let reopenings: KeptLists<Moment>
  let promises: KeptLists<CaseDetail.Promise>
  let steps: KeptLists<CaseFacts.Step>

  /// - Parameters:
  ///   - bytes: As `Census.keep` handed them out in the same program.
  ///   - words: The codes that the records of the ledger name by number.
  /// - Returns: `nil` where there are none.
  package init?(_ bytes: UnsafeRawBufferPointer, words: WordTable?) {
    guard bytes.count > 0 else { return nil }
    var reader = PlainReader(bytes)
    var list = WordList(words)
    for _ in 0..<reader.count() { _ = list.number(of: reader.text()) }
    self.words = list
    files = Array(reader.array() as UnsafeBufferPointer<Digest>)
    appeals = Array(reader.array() as UnsafeBufferPointer<Digest>)
    standings = reader.array()
    digests = reader.array()
    cases = reader.array()
    details = reader.array()
    named = reader.array()
    weights = reader.lists()
    flags = reader.lists()
    products = reader.lists()
    departments = reader.lists()
    costs = reader.lists()
    reopenings = reader.lists()
    promises = reader.lists()
    steps = reader.lists()
  }
}

/// The lists of many cases as `CaseLists` has them.
struct KeptLists<Element>: @unchecked Sendable {
  let all: UnsafeBufferPointer<Element>
  let starts: UnsafeBufferPointer<Int32>
}

extension Census {
  /// Hands out what was read of the cases, piece by piece, for `KeptFacts` to look at another time.
  package func keep(_ write: (UnsafeRawBufferPointer) -> Void) {
    withoutActuallyEscaping(write) { keep(PlainWriter(write: $0)) }
  }

  private func keep(_ writer: PlainWriter) {
    let others = facts.words.others
    writer.count(others.count)
    for word in others { writer.text(word) }
    writer.array(digests)
    writer.array(appeals.map { ledger.cases[$0.place].digest })
    writer.array(appeals.map(\.standing))
    writer.array(facts.digests)
    writer.array(facts.cases)
    writer.array(facts.details)
    writer.array(facts.named)
    writer.lists(facts.weights)
    writer.lists(facts.flags)
    writer.lists(facts.products)
    writer.lists(facts.departments)
    writer.lists(facts.costs)
    writer.lists(facts.reopenings)
    writer.lists(facts.promises)
    writer.lists(facts.steps)
  }
}

/// Writes plain values as they lie in memory, each where the next eight bytes begin.
private struct PlainWriter {
  let write: (UnsafeRawBufferPointer) -> Void

  func count(_ count: Int) { withUnsafeBytes(of: count) { write($0) } }

  func text(_ text: String) {
    count(text.utf8.count)
    Array(text.utf8).withUnsafeBytes { fill($0) }
  }

  /// - Parameter values: Nothing of them refers to anything.
  func array<Value>(_ values: [Value]) {
    count(values.count)
    values.withUnsafeBytes { fill($0) }
  }

  func lists<Value>(_ lists: CaseLists<Value>) {
    array(lists.all)
    array(lists.starts)
  }

  private func fill(_ bytes: UnsafeRawBufferPointer) {
    write(bytes)
    withUnsafeBytes(of: 0) { write(UnsafeRawBufferPointer(rebasing: $0[..<PlainReader.rest(of: bytes.count)])) }
  }
}

/// Reads what a `PlainWriter` of the same program wrote; it trusts the bytes.
private struct PlainReader {
  private var rest: UnsafeRawBufferPointer

  /// - Parameter bytes: They begin where a number may.
  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  /// How many bytes lie between some and the next value.
  static func rest(of count: Int) -> Int { -count & 7 }

  private mutating func take(_ size: Int) -> UnsafeRawBufferPointer {
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[(size + Self.rest(of: size))...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<size])
  }

  mutating func count() -> Int { take(MemoryLayout<Int>.size).load(as: Int.self) }

  mutating func text() -> String { String(decoding: take(count()), as: UTF8.self) }

  mutating func array<Value>() -> UnsafeBufferPointer<Value> {
    take(count() * MemoryLayout<Value>.stride).assumingMemoryBound(to: Value.self)
  }

  mutating func lists<Value>() -> KeptLists<Value> { KeptLists(all: array(), starts: array()) }
}
