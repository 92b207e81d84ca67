/// Cases by chance; the same seed gives the same one on every machine.
extension SimulatedCase {
  init(seed: UInt64) {
    var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15)
    self.init()
    received = dice.time(in: 5..<40)
    let begin = received.day
    asOf = begin + dice.roll(0..<45)
    steps = dice.steps(from: begin)
    pauses = (0..<dice.pick([0, 0, 1, 2, 3])).map { _ in dice.pause(from: begin) }
    holidays = Set((0..<12).map { _ in dice.roll(0..<120) })
    makeUps = Set((0..<12).map { _ in dice.roll(0..<120) })
    if dice.roll(0..<3) == 0 {
      given = Extension(
        until: dice.time(in: begin..<(begin + 40)), hasReason: dice.roll(0..<4) > 0, hasApproval: dice.roll(0..<2) == 0)
    }
    if dice.roll(0..<3) == 0 { promised = dice.time(in: begin..<(begin + 30)) }
    if dice.roll(0..<2) == 0 { replyBy = dice.time(in: begin..<(begin + 30)) }
    for fact in Self.factNames where dice.roll(0..<3) > 0 { facts[fact] = dice.values(of: fact) }
    rules = (0..<dice.roll(2..<6)).map { dice.rule(number: $0) }
  }

  /// All that a rule may ask about.
  static let factNames = [
    "region", "category", "severity", "urgency", "level", "weight", "flags", "business", "branch", "channel", "product",
    "process", "customer.type", "closure.kind", "validity",
  ]
}

/// SplitMix64 (Steele, Lea and Flood, 2014).
struct Dice {
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

  mutating func steps(from begin: Int) -> [SimulatedCase.Step] {
    var stages = (0..<roll(0..<9)).map { _ in
      pick(["registered", "attributed", "investigated", "planned", "planned", "planned", "approved", "executed"])
    }
    stages += pick([[], [], [], ["closed"], ["closed", "reopened"], ["closed", "reopened", "closed"]])
    return stages.map { stage in
      let isEnd = stage == "closed" || stage == "reopened"
      return SimulatedCase.Step(
        stage: stage, at: time(in: begin..<(begin + 25)),
        received: roll(0..<3) == 0 ? time(in: begin..<(begin + 25)) : nil, department: pick([nil, "A", "B", "A", "B"]),
        result: isEnd ? nil : pick([nil, nil, nil, "done", "doing", "failed"]))
    }
  }

  mutating func pause(from begin: Int) -> SimulatedCase.Pause {
    let from = time(in: (begin - 2)..<(begin + 30))
    let length = roll(0..<5_000)
    let timed = SimulatedCase.Time(minute: from.minute + length, hasTime: true)
    let whole = SimulatedCase.Time(minute: (from.day + length / 1440) * 1440, hasTime: false)
    return SimulatedCase.Pause(from: from, to: pick([timed, timed, whole, whole, nil]))
  }

  mutating func values(of fact: String) -> [String] {
    switch fact {
    case "category": [pick(["a", "a/x", "b", "b/x"])]
    case "weight", "flags", "product": pick([["a"], ["b"], ["b", "a"]])
    default: [pick(["a", "b"])]
    }
  }

  mutating func rule(number: Int) -> SimulatedRule {
    let stages = pick([
      [], [], ["planned"], ["planned"], ["approved"], ["planned", "executed"], ["executed", "planned"],
    ])
    let isShared = roll(0..<3) == 0
    var wanted: [(fact: String, values: [String])] = []
    for _ in 0..<pick([0, 0, 1, 1, 2]) {
      let fact = pick(SimulatedCase.factNames)
      wanted.append((fact, pick([["a"], ["b"], ["b", "a"], [fact == "category" ? "a/x" : "a"]])))
    }
    return SimulatedRule(
      name: "rule \(number)", stages: stages,
      departments: isShared ? pick([["A", "B"], ["B", "A"]]) : pick([[], ["A"]]),
      from: pick(["received", "registered", "attributed", "planned", "previous"]), span: span(), wanted: wanted)
  }

  mutating func span() -> SimulatedRule.Span {
    let minute = pick([nil, nil, 720, 1_020])
    return switch roll(0..<9) {
    case 0: .hours(roll(1..<80))
    case 1: .workingHours(roll(1..<30))
    case 2: .days(roll(0..<15), worked: false, minute: minute)
    case 3: .days(roll(0..<12), worked: true, minute: minute)
    case 4: .days(0, worked: pick([true, false]), minute: 1_020)
    case 5: .halfDay(worked: false)
    case 6: .halfDay(worked: true)
    case 7: .replyBy
    default: .months(roll(1..<3), day: pick([nil, nil, 1, 10, 31]))
    }
  }
}
