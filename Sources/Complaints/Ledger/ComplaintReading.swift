/// From the record of all fields to what the figures and rules need.
extension Complaint {
  /// - Parameter record: Of the schema of case files; its required fields are there.
  package init?(_ record: Record) {
    guard let id = record.text("id"), let title = record.text("title"), let received = record.moment("received")
    else { return nil }
    self.id = id
    self.title = title
    self.received = received
    kind = record.text("kind").flatMap(Kind.init(rawValue:)) ?? .complaint
    writtenStatus = record.text("status").flatMap(Status.init(rawValue:))
    channel = record.text("channel")
    category = record.text("category")
    severity = record.text("severity")
    urgency = record.text("urgency")
    level = record.text("level")
    region = record.text("region")
    causeKind = record.text("cause_kind")
    validityCode = record.text("validity")
    weight = record.texts("weight")
    flags = record.texts("flags")
    business = record.text("business")
    branch = record.text("branch")
    process = record.text("process")
    owner = record.text("owner")
    customerName = record.map("customer")?.text("name")
    customerType = record.map("customer")?.text("type")
    products = record.maps("product").map(Product.init)
    departments = Share.shares(record.maps("departments"))
    due = record.map("due")?.moment("until")
    promised = record.moment("promised")
    replyBy = record.moment("reply_by")
    pauses = record.maps("paused").compactMap(Pause.init)
    events = Self.events(record)
    reopenedField = record.moment("reopened")
    costs = record.map("costs").map(Cost.costs) ?? []
    satisfaction = record.map("satisfaction")?.count("overall")
    closureKind = record.map("closure")?.text("kind")
    repeatOf = record.text("repeat_of")
    appealOf = record.text("appeal_of")
    related = record.texts("related")
    isPrivate = record.yesNo("private") ?? false
  }

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
  private static func events(_ record: Record) -> [Event] {
    var events = record.maps("events").map(Event.init)
    for (key, stage) in [
      ("responded", "responded"), ("contained", "contained"), ("closed", "closed"), ("reopened", "reopened"),
    ] {
      guard let moment = record.moment(key), !events.contains(where: { $0.stage == stage && $0.at != nil && $0.isDone })
      else {
        continue
      }
      events.append(Event(stage: stage, at: moment))
    }
    let placed = events.enumerated().sorted { one, other in
      switch (one.element.at, other.element.at) {
      case (let a?, let b?): Moment.order(a, b) || !Moment.order(b, a) && one.offset < other.offset
      case (.some, nil): true
      case (nil, .some): false
      case (nil, nil): one.offset < other.offset
      }
    }
    return placed.map(\.element)
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
  init(_ record: Record) {
    self.init(
      stage: record.text("stage") ?? "", at: record.moment("at"), received: record.moment("received"),
      department: record.text("department"), result: record.text("result"),
      departments: Complaint.Share.shares(record.maps("departments")))
  }
}
