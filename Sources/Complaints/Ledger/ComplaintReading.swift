/// What follows from a case, and how its parts are read from the record of all fields.
extension Complaint {
  /// Whether the case counts: neither invalid nor not established.
  package var isValid: Bool { validityCode != "invalid" && validityCode != "not_established" }

  /// Why the case stands in no figure as of a day; `nil` if it counts.
  package func exclusion(asOf day: Day) -> Exclusion? {
    if received.day > day { return .afterAsOf }
    if writtenStatus == .void { return .void }
    if kind != .complaint { return .notComplaint }
    return appealOf == nil ? nil : .appeal
  }

  /// All events in order of time, those without a time last; the short fields stand for an event that is not there.
  static func events(_ record: Record) -> [Event] {
    var events = record.maps(at: At.events).map(Event.init)
    for (stage, field) in At.moments {
      guard let moment = record.moment(at: field),
        !events.contains(where: { $0.stage == stage && $0.at != nil && $0.isDone })
      else { continue }
      events.append(Event(stage: stage, at: moment))
    }
    // Most files have them in order.
    if zip(events, events.dropFirst()).allSatisfy({ !$1.isBefore($0) }) { return events }
    return events.enumerated().sorted { one, other in
      one.element.isBefore(other.element) || !other.element.isBefore(one.element) && one.offset < other.offset
    }
    .map(\.element)
  }
}

extension Complaint.Product {
  init(_ record: Record) {
    self.init(
      partNumber: record.text("part_no"), name: record.text("name"), lots: record.count("lots") ?? 1,
      defective: record.quantity("defective"))
  }
}

extension Complaint.Share {
  /// The shares of a list of departments; where none is written, equal parts.
  package static func shares(_ records: [Record]) -> [Complaint.Share] {
    let named = records.compactMap { record in record.text("name").map { (name: $0, share: record.percent("share")) } }
    return named.map { department in
      department.share.map { Complaint.Share(department: department.name, written: $0) }
        ?? Complaint.Share(department: department.name, oneOf: named.count)
    }
  }
}

extension Complaint.Pause {
  init?(_ record: Record) {
    guard let from = record.moment("from") else { return nil }
    self.init(from: from, to: record.moment("to"))
  }
}

extension Complaint.Cost {
  package static func costs(_ record: Record) -> [Complaint.Cost] {
    record.schema.fields.compactMap { field in
      record.money(field.key).map { Complaint.Cost(kind: field.key, amount: $0) }
    }
  }
}

extension Event {
  /// Whether it stands before another: by time; one without a time stands before none.
  fileprivate func isBefore(_ other: Event) -> Bool {
    switch (at, other.at) {
    case (let a?, let b?): Moment.order(a, b)
    case (.some, nil): true
    case (nil, _): false
    }
  }

  init(_ record: Record) {
    self.init(
      stage: record.text("stage") ?? "", at: record.moment("at"), received: record.moment("received"),
      department: record.text("department"), result: record.text("result"),
      departments: Complaint.Share.shares(record.maps("departments")))
  }
}
