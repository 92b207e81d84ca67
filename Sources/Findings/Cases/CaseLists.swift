/// A list for each of many cases, all of them in one array, so that ten thousand short lists take two pieces of memory.
package struct CaseLists<Element: Sendable>: Sendable {
  /// The all of all lists, one case after the other.
  private(set) var all: [Element] = []
  /// Where the list of each case begins; one more at the end.
  private(set) var starts: [Int32] = [0]

  init() {}

  /// - Parameter starts: Where the list of each case begins among all; one more at the end.
  init(all: [Element], starts: [Int32]) {
    (self.all, self.starts) = (all, starts)
  }

  /// How many cases there are.
  package var count: Int { starts.count - 1 }

  /// The list of a case; its indices begin anywhere.
  package subscript(number: Int) -> ArraySlice<Element> {
    all[Int(starts[number])..<Int(starts[number + 1])]
  }

  /// Whether the list of a case is empty.
  package func isEmpty(_ number: Int) -> Bool { starts[number] == starts[number + 1] }

  /// Appends the list of the next case.
  mutating func append(_ list: some Sequence<Element>) {
    all.append(contentsOf: list)
    endList()
  }

  /// Appends to the list of the next case, which `endList` ends.
  mutating func add(_ element: Element) { all.append(element) }

  mutating func endList() { starts.append(Int32(all.count)) }

  /// Makes room for so many more.
  mutating func reserve(_ lists: Int, _ elements: Int) {
    starts.reserveCapacity(starts.count + lists)
    all.reserveCapacity(all.count + elements)
  }

  /// Appends the lists of further cases, each element as `change` makes it.
  mutating func append(_ other: CaseLists, _ change: (Element) -> Element = { $0 }) {
    let offset = Int32(all.count)
    all.append(contentsOf: other.all.lazy.map(change))
    starts.append(contentsOf: other.starts.dropFirst().lazy.map { $0 + offset })
  }
}
