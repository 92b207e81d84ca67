/// A case as the rules look at it: its facts, where each of them stands in the file, and what site and day to judge by.
struct CaseUnderCheck {
  let complaint: Complaint
  let record: Record
  let settings: Settings
  /// Judged at its end: what is not due by then is not missing yet.
  let day: Day
  /// All that had happened, as written.
  let history: History

  init(_ file: CaseFile, settings: Settings, asOf day: Day) {
    complaint = file.complaint.atHand()
    record = file.record
    self.settings = settings
    self.day = day
    history = History(of: complaint)
  }

  /// The clocks of the case.
  var clock: LimitClock { LimitClock(of: complaint, asOf: day, settings: settings) }

  /// Whether a deadline has passed by the end of the day, and no pause without an end holds it up.
  func isPast(_ due: Moment) -> Bool { clock.isPast(due, at: day) }

  /// Whether the case is handled at all: a void number only stands for itself.
  var isVoid: Bool { complaint.writtenStatus == .void }

  /// The events as written, in the order of the file; the short fields are not among them.
  var placedEvents: [PlacedEvent] {
    record.placedMaps("events").map { PlacedEvent(event: Event($0.record), record: $0.record, mark: $0.mark) }
  }

  /// Where the file says that a stage was reached, and when: its short field, else its event.
  ///
  /// - Returns: `nil` where no such event was done. The place is that of the time.
  func reached(_ stage: String) -> (at: Moment, mark: Mark)? {
    let isLast = stage == "closed"
    let isOne = { (event: Event) in event.stage == stage && event.isDone && event.at != nil }
    let event = isLast ? history.events.last(where: isOne) : history.events.first(where: isOne)
    guard let at = event?.at else { return nil }
    if record.schema.index(of: stage) != nil, let item = record[stage], case .moment = item.value {
      return (at, item.mark)
    }
    let placed = placedEvents.first { isOne($0.event) && $0.event.at == at }
    return placed.map { (at, $0.mark(of: "at")) }
  }

  /// Where the file says that a stage was reached at a time: in its event, else in its short field.
  func mark(of stage: String, at time: Moment) -> Mark? {
    let placed = placedEvents.first { $0.event.stage == stage && $0.event.at == time && $0.event.isDone }
    return placed?.mark(of: "at") ?? reached(stage)?.mark
  }
}

/// An event and where it stands.
struct PlacedEvent {
  let event: Event
  let record: Record
  /// Of the whole event.
  let mark: Mark

  /// The place of one of its values, else of the whole event.
  func mark(of key: String) -> Mark { record[key]?.mark ?? mark }
}

extension Record {
  /// The maps of a list of maps with their places; none where it is not given.
  func placedMaps(_ key: String) -> [(record: Record, mark: Mark)] {
    list(key).compactMap { item in
      if case .map(let record) = item.value { (record, item.mark) } else { nil }
    }
  }

  /// The items under a path, of every map on the way.
  func items(at path: FieldPath) -> [Item] { items(path.indices[...]) }

  /// The items under a dotted key; none under one that no field has.
  func items(at path: String) -> [Item] { FieldPath(path, in: schema).map(items) ?? [] }

  private func items(_ indices: ArraySlice<Int>) -> [Item] {
    guard let first = indices.first else { return [] }
    if indices.count == 1 { return self[at: first].map { [$0] } ?? [] }
    let inner = if case .map = schema.fields[first].type { map(at: first).map { [$0] } ?? [] } else { maps(at: first) }
    return inner.flatMap { $0.items(indices.dropFirst()) }
  }
}

/// Where a field stands, from the outermost map inwards; resolved once where a rule asks every case.
struct FieldPath: Sendable {
  /// As messages name it: `closure.applied`.
  let text: String
  let indices: [Int]

  /// - Returns: `nil` if there is no such field.
  init?(_ text: String, in schema: Schema) {
    var (inner, indices): (Schema?, [Int]) = (schema, [])
    for key in text.split(separator: ".") {
      guard let index = inner?.index(of: String(key)) else { return nil }
      indices.append(index)
      inner = inner?.fields[index].type.inner
    }
    self.text = text
    self.indices = indices
  }

  /// A field of case files.
  static func known(_ text: String) -> FieldPath {
    guard let path = FieldPath(text, in: CaseSchema.schema) else { preconditionFailure("no field is \(text)") }
    return path
  }
}

/// What a rule found, and where in the file.
struct Finding {
  let problem: RuleProblem
  let mark: Mark

  init(_ problem: RuleProblem, at mark: Mark) {
    self.problem = problem
    self.mark = mark
  }

  /// What is reported of it in a file; `nil` where the site turned the rule off.
  func diagnostic(in path: String, settings: Settings) -> Diagnostic? {
    let problem = Problem.rule(problem)
    return settings.severity(of: problem).map { Diagnostic(problem, at: mark.place(in: path), severity: $0) }
  }
}
