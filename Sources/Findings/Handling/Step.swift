import Complaints

/// One step of a case that was done: what it was, whose, and how long it took.
package struct Step: Hashable, Sendable {
  /// The code of the stage, and of the department; "" for events that name none.
  package let stage, department: String
  /// Days from its receipt by the department, else from the event before it, to its own time.
  package let days: Double
}

/// Where a case was at some time: since when, and with whom.
struct StepPlace {
  var since: Moment
  var stage: String
  var department: String
}

extension Complaint {
  /// Hands out the steps that were done by the end of a day, in the order of the events.
  ///
  /// - Returns: Where the case then was: at its last event, or as it was received where it had none.
  func eachStep(by day: Day, _ body: (Step) -> Void) -> StepPlace {
    var place = StepPlace(since: received, stage: "received", department: "")
    for event in events {
      guard let at = event.at, at.day <= day else { break }
      let days = (event.received ?? place.since).days(to: at)
      // A receipt later than the step is a mistake of the file, and no time.
      if event.isDone, days >= 0 {
        body(Step(stage: event.stage, department: event.department ?? "", days: days))
      }
      place = StepPlace(since: at, stage: event.stage, department: event.department ?? "")
    }
    return place
  }
}

extension Findings {
  /// The steps of a case that were done by as-of; those of `stepTimes`, one by one.
  package func steps(of number: Int) -> [Step] {
    var steps: [Step] = []
    _ = complaint(number).eachStep(by: asOf) { steps.append($0) }
    return steps
  }
}
