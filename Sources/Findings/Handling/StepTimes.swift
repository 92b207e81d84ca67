import Complaints

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
  /// - Complexity: O(*events* log *events*).
  init(
    _ cases: [CountedCase], _ numbers: some Sequence<Int>, in ledger: Ledger, asOf: Day
  ) {
    var stages = StepSums()
    var departments = StepSums()
    let end = Moment(day: asOf, second: 86_399, zone: ledger.settings.zone)
    for number in numbers {
      let last = ledger.cases[cases[number].place].complaint.eachStep(by: asOf) { step in
        stages.add(step.days, to: step.stage)
        departments.add(step.days, to: step.department)
      }
      guard cases[number].closedDay == nil else { continue }
      let days = last.since.days(to: end)
      stages.wait(days, at: last.stage)
      departments.wait(days, at: last.department)
    }
    self.stages = stages.times
    self.departments = departments.times
  }
}

/// What adds up towards step times, by key.
private struct StepSums {
  private var places: [String: Int] = [:]
  private var keys: [String] = []
  private var taken: [[Double]] = []
  private var waiting: [[Double]] = []
  private var former: (key: String, place: Int)?

  mutating func add(_ days: Double, to key: String) { taken[place(of: key)].append(days) }
  mutating func wait(_ days: Double, at key: String) { waiting[place(of: key)].append(days) }

  private mutating func place(of key: String) -> Int {
    if let former, former.key == key { return former.place }
    let place = places[key] ?? keys.count
    if place == keys.count {
      places[key] = place
      keys.append(key)
      taken.append([])
      waiting.append([])
    }
    former = (key, place)
    return place
  }

  var times: [StepTime] {
    keys.indices.map { place in
      let sorted = taken[place].sorted()
      return StepTime(
        key: keys[place], steps: sorted.count, medianDays: spanQuantile(sorted, 0.5, unit: 86_400),
        p90Days: spanQuantile(sorted, 0.9, unit: 86_400),
        // Whole seconds add up exactly, in any order.
        totalDays: sorted.reduce(0) { $0 + ($1 * 86_400).rounded() } / 86_400, waiting: waiting[place].count,
        medianDaysWaiting: spanQuantile(waiting[place], 0.5, unit: 86_400))
    }
    .sorted { $0.totalDays != $1.totalDays ? $0.totalDays > $1.totalDays : $0.key < $1.key }
  }
}

extension Findings {
  /// Time in each stage and department of some cases, by as-of; of all unless others are given.
  package func stepTimes(of set: CaseSet? = nil) -> StepTimes {
    StepTimes(cases, set ?? timeline.members, in: ledger, asOf: asOf)
  }
}
