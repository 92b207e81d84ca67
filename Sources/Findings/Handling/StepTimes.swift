/// How long the steps of one stage, or those of one department, took, and what waits there now.
package struct StepTime: Hashable, Sendable {
  /// The code of the stage or department; "" for events that name none.
  package let key: String
  /// Steps done by as-of.
  package let steps: Int
  /// Days of a step, from its receipt by the department, else from the event before it, to its own time.
  package let medianDays, p90Days: Double?
  /// All days together: where the time goes.
  package let totalDays: Double
  /// Open cases whose last event is of this stage, or by this department.
  package let waiting: Int
  /// Days since that event at the end of as-of.
  package let medianDaysWaiting: Double?
}

/// Time in each stage and department.
package struct StepTimes: Sendable {
  /// The most time first, ties by key.
  package let stages, departments: [StepTime]

  /// - Parameter numbers: The cases whose steps count.
  /// - Complexity: O(*steps*).
  init(_ facts: CaseFacts, _ numbers: CaseSet) {
    let words = StepWords(facts, numbers)
    stages = words.times { $0.stage }
    departments = words.times { $0.department }
  }
}

/// The steps of some cases by one of their words.
private struct StepWords {
  private let facts: CaseFacts
  private let numbers: CaseSet

  init(_ facts: CaseFacts, _ numbers: CaseSet) {
    (self.facts, self.numbers) = (facts, numbers)
  }

  func times(_ word: (CaseFacts.Step) -> Int32) -> [StepTime] {
    let taken = Seconds(facts.words.count) { add in
      for number in numbers { for step in facts.steps[number] { add(word(step), step.seconds) } }
    }
    let waiting = Seconds(facts.words.count) { add in
      for number in numbers { if let step = facts.details[number].waiting { add(word(step), step.seconds) } }
    }
    return facts.words.words.indices.compactMap { word in
      guard !taken.isEmpty(word) || !waiting.isEmpty(word) else { return nil }
      let (taken, waiting) = (taken[word], waiting[word])
      let quantiles = spanQuantiles(unsorted: taken, [0.5, 0.9], unit: 86_400)
      return StepTime(
        key: facts.words[Int32(word)], steps: taken.count, medianDays: quantiles[0], p90Days: quantiles[1],
        totalDays: Double(taken.reduce(0, +)) / 86_400, waiting: waiting.count,
        medianDaysWaiting: spanQuantiles(unsorted: waiting, [0.5], unit: 86_400)[0])
    }
    .sorted { $0.totalDays != $1.totalDays ? $0.totalDays > $1.totalDays : $0.key < $1.key }
  }
}

/// Seconds by the number of the word to which they belong: all of them in one array.
private struct Seconds {
  private let all: [Int]
  /// Where those of each word begin; one more at the end.
  private let starts: [Int]

  /// - Parameter each: Hands out all of them with their words; the same each time.
  @inline(__always)
  init(_ words: Int, _ each: (_ add: (_ word: Int32, _ seconds: Int) -> Void) -> Void) {
    // Filling what belongs to a word moves its start to its end, where the next one begins.
    var starts = [Int](repeating: 0, count: words + 2)
    each { word, _ in starts[Int(word) + 2] += 1 }
    for word in 0..<words { starts[word + 2] += starts[word + 1] }
    let count = starts[words + 1]
    all = [Int](unsafeUninitializedCapacity: count) { all, filled in
      each { word, seconds in
        all.initializeElement(at: starts[Int(word) + 1], to: seconds)
        starts[Int(word) + 1] += 1
      }
      filled = count
    }
    starts.removeLast()
    self.starts = starts
  }

  func isEmpty(_ word: Int) -> Bool { starts[word] == starts[word + 1] }

  subscript(word: Int) -> ArraySlice<Int> { all[starts[word]..<starts[word + 1]] }
}

extension Findings {
  /// Time in each stage and department of some cases, by as-of; of all unless others are given.
  package func stepTimes(of set: CaseSet? = nil) -> StepTimes { StepTimes(facts, set ?? timeline.members) }

  /// The departments of the steps that were done, "" where some name none; sorted.
  package var stepDepartments: [String] {
    var isNamed = [Bool](repeating: false, count: facts.words.count)
    for step in facts.steps.all { isNamed[Int(step.department)] = true }
    return isNamed.indices.filter { isNamed[$0] }.map { facts.words[Int32($0)] }.sorted()
  }
}
