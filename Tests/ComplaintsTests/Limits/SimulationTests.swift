import Complaints
import Foundation
import Testing

/// The engine against the simulator on random cases; KESU_SIMULATED_CASES asks for more than 2,000.
struct SimulationTests {
  private static let count =
    ProcessInfo.processInfo.environment["KESU_SIMULATED_CASES"].flatMap { Int($0) } ?? 2_000

  @Test func theEngineAgreesWithTheSimulator() {
    for seed in 0..<Self.count {
      let simulated = SimulatedCase(seed: UInt64(seed))
      #expect(engine(simulated) == simulated.outcome(), "seed \(seed): \(simulated)")
    }
  }

  @Test func aCaseUsesEveryFormStartAndOutcome() {
    var seen: Set<String> = []
    for seed in 0..<2_000 {
      let simulated = SimulatedCase(seed: UInt64(seed))
      seen.formUnion([simulated.from, "\(simulated.span)".prefix { $0 != "(" }.description, simulated.outcome().word])
    }
    let starts: Set = ["received", "registered", "attributed", "previous"]
    let forms: Set = ["hours", "workingHours", "days", "halfDay", "months"]
    #expect(seen == starts.union(forms).union(["met", "late", "overdue", "running", "not started"]))
  }

  @Test func anEngineOffByOneDayIsCaught() {
    #expect(
      disagreements { simulated in
        var outcome = engine(simulated)
        outcome.due = outcome.due.map { $0 + 86_400 }
        return outcome
      } > 50)
  }

  @Test func anEngineDeafToPausesIsCaught() {
    #expect(
      disagreements { simulated in
        var deaf = simulated
        deaf.pauses = []
        return engine(deaf)
      } > 10)
  }

  @Test(arguments: ["received", "registered", "attributed", "previous"])
  func anEngineWrongInItsStartIsCaught(from: String) {
    #expect(
      disagreements { simulated in
        var wrong = simulated
        wrong.from = from
        return engine(wrong)
      } > 10)
  }

  /// Of 100 cases.
  private func disagreements(_ engine: (SimulatedCase) -> SimulatedOutcome) -> Int {
    (0..<100).map { SimulatedCase(seed: $0) }.count { engine($0) != $0.outcome() }
  }
}

/// The program's own answer to a simulated case.
private func engine(_ simulated: SimulatedCase) -> SimulatedOutcome {
  let departments = [simulated.department].compactMap { $0 }
  let from: LimitRule.Start = simulated.from == "previous" ? .previous : .stage(simulated.from)
  let rule = LimitRule(
    name: "rule", stages: [simulated.stage], departments: departments, from: from, limit: simulated.limit,
    when: Condition(), mark: Mark(line: 1, column: 1))
  let calendar = WorkCalendar(
    hours: october.hours, holidays: Set(simulated.holidays.map(day(_:))), workdays: Set(simulated.makeUps.map(day(_:))))
  let clocks = stageClocks(
    of: simulated.complaint, asOf: day(simulated.asOf), settings: settings([rule], calendar: calendar))
  guard let clock = clocks.first else { return SimulatedOutcome(word: "no clock") }
  let words: [StageClock.State: String] = [
    .notStarted: "not started", .running: "running", .overdue: "overdue", .met: "met", .late: "late",
    .unmeasured: "unmeasured",
  ]
  let seconds = { (moment: Moment) in moment.local - day(0).number * 86_400 }
  return SimulatedOutcome(
    start: clock.start.map(seconds), due: clock.due.map(seconds), word: words[clock.state] ?? "no word")
}

private func day(_ number: Int) -> Day { day("2026-01-01").advanced(by: number) }

extension SimulatedCase.Time {
  fileprivate var text: String {
    let clock = [minute / 60 % 24, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    return hasTime ? "\(dayText(day)) \(clock)" : "\(dayText(day))"
  }
}

private func dayText(_ number: Int) -> String { day(number).description }

extension SimulatedCase {
  fileprivate var limit: Limit {
    switch span {
    case .hours(let count): .hours(count)
    case .workingHours(let count): .workingHours(count)
    case .days(let count, let worked, let minute): .days(count, worked: worked, at: minute.map { $0 * 60 })
    case .halfDay(let worked): .halfDay(worked: worked)
    case .months(let count, let day): .months(count, day: day)
    }
  }

  fileprivate var complaint: Complaint {
    let events = steps.map { step -> Draft in
      var fields: [(String, Draft)] = [("stage", .text(step.stage)), ("at", .text(step.at.text))]
      if let received = step.received { fields.append(("received", .text(received.text))) }
      if let department = step.department { fields.append(("department", .text(department))) }
      if let result = step.result { fields.append(("result", .text(result))) }
      return .map(fields)
    }
    let paused = pauses.map { pause -> Draft in
      .map([("from", .text(pause.from.text))] + (pause.to.map { [("to", .text($0.text))] } ?? []))
    }
    return ComplaintsTests.complaint([
      ("received", .text(received.text)), ("events", .list(events)), ("paused", .list(paused)),
    ])
  }

  /// A case by chance; the same seed gives the same one on every machine.
  fileprivate init(seed: UInt64) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    self.init()
    received = dice.time(in: 5..<40)
    let begin = received.day
    asOf = begin + dice.roll(0..<45)
    let stages = ["registered", "attributed", "investigated", "planned", "planned"]
    steps = (0..<dice.roll(0..<7)).map { _ in
      Step(
        stage: dice.pick(stages), at: dice.time(in: begin..<(begin + 25)),
        received: dice.roll(0..<3) == 0 ? dice.time(in: begin..<(begin + 25)) : nil,
        department: dice.pick([nil, "A", "B"]), result: dice.pick([nil, nil, "done", "doing", "failed"]))
    }
    pauses = (0..<dice.roll(0..<4)).map { _ in
      let from = dice.time(in: (begin - 2)..<(begin + 30))
      let length = dice.roll(0..<5_000)
      let timed = Time(minute: from.minute + length, hasTime: true)
      let whole = Time(minute: (from.day + length / 1440) * 1440, hasTime: false)
      return Pause(from: from, to: dice.pick([timed, timed, whole, whole, nil]))
    }
    holidays = Set((0..<12).map { _ in dice.roll(0..<120) })
    makeUps = Set((0..<6).map { _ in dice.roll(0..<120) })
    from = dice.pick(["received", "registered", "attributed", "previous"])
    department = dice.pick([nil, nil, "A"])
    span = dice.span()
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
private struct Dice {
  var state: UInt64

  mutating func roll(_ range: Range<Int>) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((bits ^ (bits >> 31)) % UInt64(range.count))
  }

  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(0..<list.count)] }

  mutating func time(in days: Range<Int>) -> SimulatedCase.Time {
    let day = roll(days)
    // Often noon or five o'clock, where half days and times of the day turn.
    let minute = pick([720, 1_020, 0, roll(0..<1440), roll(480..<1_200), roll(480..<1_200)])
    let hasTime = roll(0..<4) > 0
    return .init(minute: day * 1440 + (hasTime ? minute : 0), hasTime: hasTime)
  }

  mutating func span() -> SimulatedCase.Span {
    let minute = pick([nil, nil, 720, 1_020])
    return switch roll(0..<8) {
    case 0: .hours(roll(1..<80))
    case 1: .workingHours(roll(1..<30))
    case 2: .days(roll(0..<15), worked: false, minute: minute)
    case 3: .days(roll(0..<12), worked: true, minute: minute)
    case 4: .days(0, worked: pick([true, false]), minute: 1_020)
    case 5: .halfDay(worked: false)
    case 6: .halfDay(worked: true)
    default: .months(roll(1..<3), day: pick([nil, nil, 1, 10, 31]))
    }
  }
}
