/// Some cases in a row, among those that were kept or among those that were read since.
struct FactRun {
  let isKept: Bool
  let cases: Range<Int>
}

extension [FactRun] {
  /// What is known of the cases, in one piece of memory.
  ///
  /// - Parameter width: How many elements each case has.
  func joined<Value>(_ kept: UnsafeBufferPointer<Value>, _ read: [Value], width: Int = 1) -> [Value] {
    join(kept, read, map { $0.cases.lowerBound * width..<$0.cases.upperBound * width })
  }

  /// The same of their lists.
  func joined<Value>(_ kept: KeptLists<Value>, _ read: CaseLists<Value>) -> CaseLists<Value> {
    read.starts.withUnsafeBufferPointer { others in
      var (starts, ranges): ([Int32], [Range<Int>]) = ([0], [])
      starts.reserveCapacity(reduce(1) { $0 + $1.cases.count })
      var end: Int32 = 0
      for run in self {
        let own = (run.isKept ? kept.starts : others)[run.cases.lowerBound...run.cases.upperBound]
        let (first, last) = (own[run.cases.lowerBound], own[run.cases.upperBound])
        let offset = end - first
        starts.append(contentsOf: own.dropFirst().lazy.map { $0 + offset })
        ranges.append(Int(first)..<Int(last))
        end = last + offset
      }
      return CaseLists(all: join(kept.all, read.all, ranges), starts: starts)
    }
  }

  /// - Parameter ranges: Of each run, where its cases have theirs.
  private func join<Value>(
    _ kept: UnsafeBufferPointer<Value>, _ read: [Value], _ ranges: [Range<Int>]
  ) -> [Value] {
    read.withUnsafeBufferPointer { read in
      [Value](unsafeUninitializedCapacity: ranges.reduce(0) { $0 + $1.count }) { values, count in
        for (run, range) in zip(self, ranges) {
          let own = UnsafeBufferPointer(rebasing: (run.isKept ? kept : read)[range])
          _ = UnsafeMutableBufferPointer(rebasing: values[count...]).initialize(fromContentsOf: own)
          count += range.count
        }
      }
    }
  }
}
