/// What the figures and the rules need to know of a case; the card shows the whole record beside it.
///
/// A class since figures and rules hand it on all the time. Only what is asked of every case again and again is kept;
/// all else is read from the record when it is asked for.
package final class Complaint: Sendable {
  package enum Kind: String, BitwiseCopyable, Sendable { case complaint, inquiry, suggestion, notice }
  package enum Status: String, BitwiseCopyable, CaseIterable, Sendable {
    case pending
    case inProgress = "in_progress"
    case resolved, closed, void
  }

  package let id: String
  package let received: Moment
  package let kind: Kind
  /// As the file has it; `nil` where it says nothing.
  package let writtenStatus: Status?
  package let isPrivate: Bool
  /// Whether it continues another case.
  let isAppeal: Bool
  /// The ids of the cases that it continues, repeats and is related to, in this order: it is judged by these as well.
  package let others: [String]
  let record: Record
  /// What is read in full, while the case is looked at closely.
  let unfolded: Unfolded?

  /// - Parameter record: Of the schema of case files; its required fields are there.
  package init?(_ record: Record) {
    guard let id = record.text(at: At.id), record.has(At.title), let received = record.moment(at: At.received)
    else { return nil }
    self.id = id
    self.received = received
    self.record = record
    kind = record.text(at: At.kind).flatMap(Kind.init(rawValue:)) ?? .complaint
    writtenStatus = record.text(at: At.status).flatMap(Status.init(rawValue:))
    isPrivate = record.yesNo(at: At.isPrivate) ?? false
    let (former, repeated) = (record.text(at: At.appealOf), record.text(at: At.repeatOf))
    isAppeal = former != nil
    others = [former, repeated].compactMap(\.self) + record.texts(at: At.related)
    unfolded = nil
  }

  /// A case of which the outline is known, without a look at its record.
  ///
  /// - Parameter others: Those that it names.
  package init(_ id: String, _ outline: CaseOutline, others: [String], _ record: Record) {
    self.id = id
    (received, kind, writtenStatus) = (outline.received, outline.kind, outline.status)
    (isPrivate, isAppeal, self.others) = (outline.isPrivate, outline.isAppeal, others)
    self.record = record
    unfolded = nil
  }

  /// The same case with what takes long to read at hand, for whoever looks at it many times and then lets go of it.
  package func atHand() -> Complaint { unfolded == nil ? Complaint(unfolding: self) : self }

  private init(unfolding other: Complaint) {
    (id, received, record) = (other.id, other.received, other.record)
    (kind, writtenStatus) = (other.kind, other.writtenStatus)
    (isPrivate, isAppeal, others) = (other.isPrivate, other.isAppeal, other.others)
    unfolded = Unfolded(other)
  }

  /// The lists of a case that figures and rules ask for again and again.
  ///
  /// A class since a ledger has it of few cases at a time, and room for it would be kept in all of them.
  final class Unfolded: Sendable {
    let events: [Event]
    let departments: [Share]
    let pauses: [Pause]

    init(_ complaint: Complaint) {
      (events, departments, pauses) = (complaint.events, complaint.departments, complaint.pauses)
    }
  }

  /// A product line of the case.
  package struct Product: Hashable, Sendable {
    package let partNumber, name: String?
    /// Complaint lots, 1 unless given.
    package let lots: Int
    package let defective: Quantity?
    /// How many were looked at to find them.
    package let inspected: Quantity?
    /// What the dimension counts by: the part number, else the name; `nil` if there is neither.
    package var key: String? { partNumber ?? name }

    package init(partNumber: String?, name: String?, lots: Int, defective: Quantity?, inspected: Quantity? = nil) {
      self.partNumber = partNumber
      self.name = name
      self.lots = lots
      self.defective = defective
      self.inspected = inspected
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
  package var isDone: Bool { Self.isDone(result) }

  static func isDone(_ result: String?) -> Bool { result == nil || result == "done" }
}
