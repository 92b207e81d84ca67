import Testing

/// An engine that is wrong in one thing.
struct SimulatedMistake: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let engine: @Sendable (SimulatedCase) -> SimulatedAnswer

  private init(_ name: String, engine: @escaping @Sendable (SimulatedCase) -> SimulatedAnswer) {
    testDescription = name
    self.engine = engine
  }

  /// One that does not see a part of the case as it is.
  private static func misread(
    _ name: String, _ spoil: @escaping @Sendable (inout SimulatedCase) -> Void
  ) -> SimulatedMistake {
    SimulatedMistake(name) { simulated in
      var misread = simulated
      spoil(&misread)
      return ComplaintsTests.engine(misread)
    }
  }

  /// One that reads each rule otherwise than it is written.
  private static func misruled(
    _ name: String, _ spoil: @escaping @Sendable (inout SimulatedRule) -> Void
  ) -> SimulatedMistake {
    misread(name) { simulated in
      for index in simulated.rules.indices { spoil(&simulated.rules[index]) }
    }
  }

  static let all =
    [
      SimulatedMistake("off by one day") { simulated in
        var answer = ComplaintsTests.engine(simulated)
        for name in answer.stages.keys { answer.stages[name]?.due? += 86_400 }
        answer.due? += 86_400
        return answer
      },
      misread("deaf to pauses") { $0.pauses = [] },
      misread("takes pauses one by one") { $0.pauses = Array($0.pauses.prefix(1)) },
      misread("blind to make-up days") { $0.makeUps = [] },
      misread("blind to holidays") { $0.holidays = [] },
      misread("deaf to extensions") { $0.given = nil },
      misread("asks for no approval of extensions") { $0.given?.hasApproval = true },
      misread("deaf to promises") { $0.promised = nil },
      misread("deaf to reply_by") { $0.replyBy = nil },
      misread("blind to reopenings") { $0.steps.removeAll { $0.stage == "reopened" } },
      misread("takes what failed for done") { simulated in
        for index in simulated.steps.indices { simulated.steps[index].result = nil }
      },
      misread("deaf to when a department received it") { simulated in
        for index in simulated.steps.indices { simulated.steps[index].received = nil }
      },
      misread("takes the last rule that matches") { $0.rules.reverse() },
      misruled("blind to departments") { $0.departments = [] },
      misruled("blind to budgets shared by departments") { $0.departments = Array($0.departments.prefix(1)) },
      misruled("blind to budgets shared by stages") { $0.stages = Array($0.stages.prefix(1)) },
      misruled("blind to conditions") { $0.wanted = [] },
      misruled("reads a category without those below it") { rule in
        rule.wanted = rule.wanted.map { ($0.fact, $0.fact == "category" ? $0.values.map { $0 + "/" } : $0.values) }
      },
      misruled("counts days off") { rule in
        switch rule.span {
        case .days(let count, true, let minute): rule.span = .days(count, worked: false, minute: minute)
        case .halfDay: rule.span = .halfDay(worked: false)
        case .workingHours(let count): rule.span = .hours(count)
        default: break
        }
      },
      misruled("lets half days last to the evening") { rule in
        if case .halfDay(let worked) = rule.span { rule.span = .days(1, worked: worked, minute: nil) }
      },
      misruled("lets days with a time last to the evening") { rule in
        if case .days(let count, let worked, _) = rule.span { rule.span = .days(count, worked: worked, minute: nil) }
      },
      misruled("takes months for thirty days") { rule in
        if case .months(let count, _) = rule.span { rule.span = .days(30 * count, worked: false, minute: nil) }
      },
    ]
    + ["received", "registered", "attributed", "planned", "previous"].map { from in
      misruled("starts every clock from \(from)") { $0.from = from }
    }
}
