package import Complaints
import Digests

/// What was read of the cases that count, as it is kept from one build to the next.
///
/// It holds while the grounds of the ledger and the day are the same, whatever becomes of single cases.
package struct KeptFacts: Sendable {
  /// Of each case, of its file; zero of one that has appeals, whose costs are its own.
  let digests: [Digest]
  let facts: CaseFacts

  init(_ digests: [Digest], _ facts: CaseFacts) {
    self.digests = digests
    self.facts = facts
  }

  /// - Parameters:
  ///   - bytes: As `bytes` gave them to the same program.
  ///   - words: The codes that the records of the ledger name by number.
  /// - Returns: `nil` where there are none.
  package init?(_ bytes: UnsafeRawBufferPointer, words: WordTable?) {
    guard bytes.count > 0 else { return nil }
    var reader = PlainReader(bytes)
    var list = WordList(words)
    for _ in 0..<reader.count() { _ = list.number(of: reader.text()) }
    digests = reader.array()
    var facts = CaseFacts(list)
    facts.cases = reader.array()
    facts.details = reader.array()
    facts.named = reader.array()
    facts.weights = reader.lists()
    facts.flags = reader.lists()
    facts.products = reader.lists()
    facts.departments = reader.lists()
    facts.costs = reader.lists()
    facts.reopenings = reader.lists()
    facts.promises = reader.lists()
    facts.steps = reader.lists()
    self.facts = facts
  }

  package var bytes: [UInt8] {
    var writer = PlainWriter(capacity: facts.cases.count << 10)
    let others = facts.words.others
    writer.count(others.count)
    for word in others { writer.text(word) }
    writer.array(digests)
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
    return writer.bytes
  }
}

/// Writes plain values as they lie in memory.
private struct PlainWriter {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func count(_ count: Int) { withUnsafeBytes(of: count) { bytes.append(contentsOf: $0) } }

  mutating func text(_ text: String) {
    count(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  /// - Parameter values: Nothing of them refers to anything.
  mutating func array<Value>(_ values: [Value]) {
    count(values.count)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func lists<Value>(_ lists: CaseLists<Value>) {
    array(lists.all)
    array(lists.starts)
  }
}

/// Reads what a `PlainWriter` of the same program wrote; it trusts the bytes.
private struct PlainReader {
  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  private mutating func take(_ size: Int) -> UnsafeRawBufferPointer {
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[size...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<size])
  }

  mutating func count() -> Int { take(MemoryLayout<Int>.size).loadUnaligned(as: Int.self) }

  mutating func text() -> String { String(decoding: take(count()), as: UTF8.self) }

  mutating func array<Value>() -> [Value] {
    let number = count()
    let bytes = take(number * MemoryLayout<Value>.stride)
    return [Value](unsafeUninitializedCapacity: number) { values, count in
      UnsafeMutableRawBufferPointer(values).copyMemory(from: bytes)
      count = number
    }
  }

  mutating func lists<Value>() -> CaseLists<Value> { CaseLists(all: array(), starts: array()) }
}
