/// What the figures and the rules need to know of a case; the card shows the whole record beside it.
///
/// A class since figures and rules hand it on all the time, and a copy of a value would count a reference to each of its
/// many fields.
package final class Complaint: Sendable {
  package enum Kind: String, Sendable { case complaint, inquiry, suggestion, notice }
  package enum Status: String, CaseIterable, Sendable {
    case pending
    case inProgress = "in_progress"
    case resolved, closed, void
  }

  package let id: String
  package let title: String
  package let received: Moment
  package let kind: Kind
  /// As the file has it; `nil` where it says nothing.
  package let writtenStatus: Status?
  package let channel, category, severity, urgency, level, region, causeKind, validityCode: String?
  package let weight, flags: [String]
  package let business, branch, process, owner: String?
  package let customerName, customerType: String?
  package let products: [Product]
  package let departments: [Share]
  package let due, promised, replyBy: Moment?
  package let pauses: [Pause]
  /// In order of time, those without one last; `responded`, `contained` and `closed` as fields are among them.
  package let events: [Event]
  /// The field of that name, if the file gives it.
  package let reopenedField: Moment?
  package let costs: [Cost]
  package let satisfaction: Int?
  package let closureKind: String?
  package let repeatOf, appealOf: String?
  package let related: [String]
  package let isPrivate: Bool

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

  /// A product line of the case.
  package struct Product: Hashable, Sendable {
    package let partNumber, name: String?
    /// Complaint lots, 1 unless given.
    package let lots: Int
    package let defective: Quantity?
    /// What the dimension counts by: the part number, else the name; `nil` if there is neither.
    package var key: String? { partNumber ?? name }

    package init(partNumber: String?, name: String?, lots: Int, defective: Quantity?) {
      self.partNumber = partNumber
      self.name = name
      self.lots = lots
      self.defective = defective
    }
  }

  /// A department's part of the responsibility.
  package struct Share: Hashable, Sendable {
    package let department: String
    /// Hundredths of a percent as written; `nil` where the departments are named without shares and bear equal parts.
    package let written: Int?
    /// The part of the whole, 0 to 1.
    package let fraction: Double

    package init(department: String, written: Int) {
      self.department = department
      self.written = written
      fraction = Double(written) / 10_000
    }

    /// One of several departments that bear equal parts.
    package init(department: String, oneOf parts: Int) {
      self.department = department
      written = nil
      fraction = 1 / Double(parts)
    }
  }

  /// A span in which the clocks stand still; without an end it lasts.
  package struct Pause: Hashable, Sendable {
    package let from: Moment
    package let to: Moment?

    package init(from: Moment, to: Moment?) {
      self.from = from
      self.to = to
    }
  }

  /// One kind of cost: the key of the costs map and the amount.
  package struct Cost: Hashable, Sendable {
    package let kind: String
    package let amount: Money

    package init(kind: String, amount: Money) {
      self.kind = kind
      self.amount = amount
    }
  }
}

/// One step of handling a case.
package struct Event: Hashable, Sendable {
  package let stage: String
  package let at: Moment?
  /// When the department got it.
  package let received: Moment?
  package let department: String?
  /// done, doing or failed; `nil` counts as done.
  package let result: String?
  /// The shares then decided, for an event of attribution.
  package let departments: [Complaint.Share]

  package init(
    stage: String, at: Moment?, received: Moment? = nil, department: String? = nil, result: String? = nil,
    departments: [Complaint.Share] = []
  ) {
    self.stage = stage
    self.at = at
    self.received = received
    self.department = department
    self.result = result
    self.departments = departments
  }

  /// Whether the step was taken: done, or nothing said.
  package var isDone: Bool { result == nil || result == "done" }
}
