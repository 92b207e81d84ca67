/// The cases behind a figure: numbers of `Findings.cases`, each at most once, so a page can list what it counts.
package struct CaseSet: RandomAccessCollection, Hashable, Sendable {
  private let numbers: ArraySlice<Int32>

  init(_ numbers: ArraySlice<Int32>) {
    self.numbers = numbers
  }

  /// - Parameter numbers: Each at most once.
  package init(_ numbers: some Sequence<Int>) {
    self.numbers = numbers.map { Int32($0) }[...]
  }

  package var startIndex: Int { numbers.startIndex }
  package var endIndex: Int { numbers.endIndex }
  package subscript(index: Int) -> Int { Int(numbers[index]) }

  /// Those that pass a test, in the same order.
  package func only(_ isIncluded: (Int) -> Bool) -> CaseSet {
    CaseSet(numbers.filter { isIncluded(Int($0)) }[...])
  }

  /// Those that are in another set too, in the order of this one.
  package func shared(with other: CaseSet) -> CaseSet {
    let others = Set(other)
    return only { others.contains($0) }
  }
}
