/// One step of a case that was done: what it was, whose, and how long it took.
package struct Step: Hashable, Sendable {
  /// The code of the stage, and of the department; "" for events that name none.
  package let stage, department: String
  /// The number of each of these codes, small and the same for the same code, for whoever groups many steps.
  package let stageNumber, departmentNumber: Int
  /// Days from its receipt by the department, else from the event before it, to its own time.
  package let days: Double
}

extension Findings {
  /// The steps of a case that were done by as-of, in the order of the events; those of `stepTimes`, one by one.
  package func steps(of number: Int) -> [Step] {
    facts.steps[number].map { step in
      Step(
        stage: facts.words[step.stage], department: facts.words[step.department],
        stageNumber: Int(step.stage), departmentNumber: Int(step.department),
        days: Double(step.seconds) / 86_400)
    }
  }
}
