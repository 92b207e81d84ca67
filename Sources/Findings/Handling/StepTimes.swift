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
  init(_ facts: CaseFacts, _ numbers: some Sequence<Int>) {
    var stages = StepSums(facts.words)
    var departments = StepSums(facts.words)
    for number in numbers {
      for step in facts.steps[number] {
        stages.add(step.seconds, to: step.stage)
        departments.add(step.seconds, to: step.department)
      }
      guard let waiting = facts.details[number].waiting else { continue }
      stages.wait(waiting.seconds, at: waiting.stage)
      departments.wait(waiting.seconds, at: waiting.department)
    }
    self.stages = stages.times
    self.departments = departments.times
  }
}

/// What adds up towards step times, by key.
private struct StepSums {
  private let words: WordList
  /// For each word its place among the keys; -1 where it is none.
  private var places: [Int32]
  private var keys: [Int32] = []
  /// Seconds.
  private var taken: [[Int]] = []
  private var waiting: [[Int]] = []

  init(_ words: WordList) {
    self.words = words
    places = [Int32](repeating: -1, count: words.count)
  }

  mutating func add(_ seconds: Int, to key: Int32) { taken[place(of: key)].append(seconds) }
  mutating func wait(_ seconds: Int, at key: Int32) { waiting[place(of: key)].append(seconds) }

  private mutating func place(of key: Int32) -> Int {
    let place = places[Int(key)]
    if place >= 0 { return Int(place) }
    places[Int(key)] = Int32(keys.count)
    keys.append(key)
    taken.append([])
    waiting.append([])
    return keys.count - 1
  }

  var times: [StepTime] {
    keys.indices.map { place in
      let (taken, waiting) = (taken[place], waiting[place])
      return StepTime(
        key: words[keys[place]], steps: taken.count, medianDays: spanQuantile(unsorted: taken, 0.5, unit: 86_400),
        p90Days: spanQuantile(unsorted: taken, 0.9, unit: 86_400),
        totalDays: Double(taken.reduce(0, +)) / 86_400, waiting: waiting.count,
        medianDaysWaiting: spanQuantile(unsorted: waiting, 0.5, unit: 86_400))
    }
    .sorted { $0.totalDays != $1.totalDays ? $0.totalDays > $1.totalDays : $0.key < $1.key }
  }
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
