/// What a case says, read from its record each time: whoever asks often keeps the answer.
extension Complaint {
  package var title: String { record.text(at: At.title) ?? "" }
  package var channel: String? { record.text(at: At.channel) }
  package var category: String? { record.text(at: At.category) }
  package var severity: String? { record.text(at: At.severity) }
  package var urgency: String? { record.text(at: At.urgency) }
  package var level: String? { record.text(at: At.level) }
  package var region: String? { record.text(at: At.region) }
  package var causeKind: String? { record.text(at: At.causeKind) }
  package var validityCode: String? { record.text(at: At.validity) }
  package var weight: [String] { record.texts(at: At.weight) }
  package var flags: [String] { record.texts(at: At.flags) }
  package var business: String? { record.text(at: At.business) }
  package var branch: String? { record.text(at: At.branch) }
  package var process: String? { record.text(at: At.process) }
  package var owner: String? { record.text(at: At.owner) }
  package var customerName: String? { record.map(at: At.customer)?.text("name") }
  package var customerType: String? { record.map(at: At.customer)?.text("type") }
  package var products: [Product] { Product.products(record) }
  package var departments: [Share] {
    unfolded?.departments ?? record.read { (map: PackedMap) in Share.shares(map.find(At.departments)) }
  }
  package var due: Moment? { record.map(at: At.due)?.moment("until") }
  package var promised: Moment? { record.moment(at: At.promised) }
  package var replyBy: Moment? { record.moment(at: At.replyBy) }
  package var pauses: [Pause] { unfolded?.pauses ?? record.maps(at: At.paused).compactMap(Pause.init) }
  /// In order of time, those without one last; `responded`, `contained` and `closed` as fields are among them.
  package var events: [Event] { unfolded?.events ?? Self.events(record) }
  /// The field of that name, if the file gives it.
  package var reopenedField: Moment? { record.moment(at: At.reopened) }
  package var costs: [Cost] { record.map(at: At.costs).map(Cost.costs) ?? [] }
  package var satisfaction: Int? { record.map(at: At.satisfaction)?.count("overall") }
  package var closureKind: String? { record.map(at: At.closure)?.text("kind") }
  // Most cases name no other, which is known without a look at their records.
  var namesOthers: Bool { !others.isEmpty }
  package var repeatOf: String? { namesOthers ? record.text(at: At.repeatOf) : nil }
  package var appealOf: String? { isAppeal ? others.first : nil }
  package var related: [String] { namesOthers ? record.texts(at: At.related) : [] }
}

/// The places of fields in their schemas.
///
/// They are looked up once and not at each asking; numbers, not names, since every case is asked dozens of times.
enum At {
  static let (id, title, received) = (at("id"), at("title"), at("received"))
  static let (kind, status, isPrivate) = (at("kind"), at("status"), at("private"))
  static let (channel, category, severity, urgency) = (at("channel"), at("category"), at("severity"), at("urgency"))
  static let (level, region, causeKind, validity) = (at("level"), at("region"), at("cause_kind"), at("validity"))
  static let (weight, flags, business, branch) = (at("weight"), at("flags"), at("business"), at("branch"))
  static let (process, owner, customer, product) = (at("process"), at("owner"), at("customer"), at("product"))
  static let (departments, due, promised, replyBy) = (at("departments"), at("due"), at("promised"), at("reply_by"))
  static let (paused, events, reopened, costs) = (at("paused"), at("events"), at("reopened"), at("costs"))
  static let (satisfaction, closure, related) = (at("satisfaction"), at("closure"), at("related"))
  static let (occurred, attachments) = (at("occurred"), at("attachments"))
  static let (containment, corrective, preventive) = (at("containment"), at("corrective"), at("preventive"))
  static let (samples, solution, returned) = (at("samples"), at("solution"), at("return"))
  static let (followups, exempt, notified) = (at("followups"), at("followup_exempt"), at("notified"))
  static let (repeatOf, appealOf) = (at("repeat_of"), at("appeal_of"))
  /// The short fields that stand for an event of the same name.
  static let moments = ["responded", "contained", "closed", "reopened"].map { (stage: $0, field: at($0)) }

  /// Those of an event, together: every event of every case asks for all of them.
  struct EventFields: Sendable {
    let stage, at, received, department, result, departments: Int

    fileprivate init(_ schema: Schema) {
      stage = At.at("stage", schema)
      at = At.at("at", schema)
      received = At.at("received", schema)
      department = At.at("department", schema)
      result = At.at("result", schema)
      departments = At.at("departments", schema)
    }
  }
  static let event = EventFields(CaseSchema.event)
  static let (productName, partNumber) = (at("name", CaseSchema.product), at("part_no", CaseSchema.product))
  static let (lots, defective) = (at("lots", CaseSchema.product), at("defective", CaseSchema.product))
  static let inspected = at("inspected", CaseSchema.product)
  static let departmentName = at("name", CaseSchema.departments)
  static let departmentShare = at("share", CaseSchema.departments)

  private static func at(_ key: String, _ schema: Schema = CaseSchema.schema) -> Int { schema.place(of: key) }
}
