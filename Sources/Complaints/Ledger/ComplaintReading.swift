/// What follows from a case, and how its parts are read from the record of all fields.
extension Complaint {
  /// Whether the case counts: neither invalid nor not established.
  package var isValid: Bool { validityCode != "invalid" && validityCode != "not_established" }

  /// Why the case stands in no figure as of a day; `nil` if it counts.
  package func exclusion(asOf day: Day) -> Exclusion? {
    if received.day > day { return .afterAsOf }
    if writtenStatus == .void { return .void }
    if kind != .complaint { return .notComplaint }
    return isAppeal ? .appeal : nil
  }

  /// All events in order of time, those without a time last; the short fields stand for an event that is not there.
  static func events(_ record: Record) -> [Event] {
    var events: [Event] = []
    record.find(At.events) { list in
      // As many as most cases have.
      events.reserveCapacity(12)
      list.eachMap { events.append(Event($0)) }
    }
    for (stage, field) in At.moments {
      guard let moment = record.moment(at: field),
        !events.contains(where: { $0.stage == stage && $0.at != nil && $0.isDone })
      else { continue }
      events.append(Event(stage: stage, at: moment))
    }
    // Most files have them in order.
    if events.indices.dropFirst().allSatisfy({ !events[$0].isBefore(events[$0 - 1]) }) { return events }
    return events.enumerated().sorted { one, other in
      one.element.isBefore(other.element) || !other.element.isBefore(one.element) && one.offset < other.offset
    }
    .map(\.element)
  }
}

extension Complaint.Product {
  static func products(_ record: Record) -> [Complaint.Product] {
    var products: [Complaint.Product] = []
    record.find(At.product) { $0.eachMap { products.append(Complaint.Product($0)) } }
    return products
  }

  private init(_ map: PackedMap) {
    var (partNumber, name, lots, defective, inspected): (String?, String?, Int?, Int?, Int?)
    map.eachField { field, value in
      switch field {
      case At.productName: name = value.text
      case At.partNumber: partNumber = value.text
      case At.lots: lots = value.number(.count)
      case At.defective: defective = value.number(.quantity)
      case At.inspected: inspected = value.number(.quantity)
      default: break
      }
    }
    self.init(
      partNumber: partNumber, name: name, lots: lots ?? 1, defective: defective.map { Quantity(millionths: $0) },
      inspected: inspected.map { Quantity(millionths: $0) })
  }
}

extension Complaint.Share {
  /// The shares of a list of departments; where none is written, equal parts.
  package static func shares(_ records: [Record]) -> [Complaint.Share] {
    shares(records.compactMap { record in record.text("name").map { (name: $0, share: record.percent("share")) } })
  }

  static func shares(_ list: PackedValue?) -> [Complaint.Share] {
    var named: [(name: String, share: Int?)] = []
    list?.eachMap { map in
      var (name, share): (String?, Int?)
      map.eachField { field, value in
        if field == At.departmentName { name = value.text }
        if field == At.departmentShare { share = value.number(.percent) }
      }
      if let name { named.append((name, share)) }
    }
    return shares(named)
  }

  private static func shares(_ named: [(name: String, share: Int?)]) -> [Complaint.Share] {
    named.map { department in
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
    var costs: [Complaint.Cost] = []
    record.read { (map: PackedMap) in
      map.eachField { field, value in
        guard let cents = value.number(.money) else { return }
        costs.append(Complaint.Cost(kind: record.schema.fields[field].key, amount: Money(cents: cents)))
      }
    }
    return costs
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
    self = record.read { (map: PackedMap) in Event(map) }
  }

  init(_ map: PackedMap) {
    var (stage, department, result): (String?, String?, String?)
    var (at, received): (Moment?, Moment?)
    var departments: [Complaint.Share] = []
    let fields = At.event
    map.eachField { field, value in
      switch field {
      case fields.stage: stage = value.text
      case fields.at: at = value.moment
      case fields.received: received = value.moment
      case fields.department: department = value.text
      case fields.result: result = value.text
      case fields.departments: departments = Complaint.Share.shares(value)
      default: break
      }
    }
    self.init(
      stage: stage ?? "", at: at, received: received, department: department, result: result,
      departments: departments)
  }
}
