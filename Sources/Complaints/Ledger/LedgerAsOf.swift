import Threads

extension Ledger {
  /// The ledger as it was at the end of a day, as far as the times in its files tell: what happened later is not in it,
  /// nor is a reference to a case received later, or the evidence that only such cases name.
  ///
  /// Undated fields, plans and deadlines are as they stand now; a case received later is as it is in its file, since
  /// whoever counts leaves it out; diagnostics are those of the files as written.
  ///
  /// - Parameter jobs: How many threads look through the cases; the result does not depend on it.
  package func asOf(_ day: Day, jobs: Int = 1) -> Ledger {
    let later = Set(cases(after: day).map(\.complaint.id))
    let pastRecord = PastRecord(day: day, later: later)
    let run = 512
    let cut = inParallel((cases.count + run - 1) / run, jobs: jobs, step: 1) { index in
      cases.indices[index * run..<min((index + 1) * run, cases.count)].compactMap { place in
        cases[place].cut(to: pastRecord).map { (place: place, file: $0) }
      }
    }.flatMap { $0 }
    guard !later.isEmpty || !cut.isEmpty else { return self }
    var past = self
    for (place, file) in cut { past.cases[place] = file }
    if !later.isEmpty { past.attachments = attachments(asOf: day) }
    return past
  }

  private func attachments(asOf day: Day) -> [AttachmentFile] {
    var (later, known): (Set<String>, Set<String>) = ([], [])
    for file in cases + damaged {
      if file.complaint.received.day > day {
        file.record.eachFile { later.insert($0) }
      } else {
        file.record.eachFile { known.insert($0) }
      }
    }
    return attachments.filter { !later.contains($0.name) || known.contains($0.name) }
  }
}

extension CaseFile {
  /// The file as it was at the end of a day; `nil` where nothing in it is later.
  fileprivate func cut(to past: PastRecord) -> CaseFile? {
    guard complaint.received.day <= past.day, record.store.latest > past.day || !past.later.isEmpty,
      past.mustCut(record), case .changed(let cut) = past.cut(record), let former = Complaint(cut)
    else { return nil }
    let shown = cut.withStatus(former.statusAsOf(past.day))
    guard let complaint = Complaint(shown) else { return nil }
    return CaseFile(
      path: path, complaint: complaint, record: shown, narrative: narrative, narrativeLine: narrativeLine,
      damaged: damaged)
  }
}

extension Complaint {
  /// The status that agrees with its closings by a day; `nil` where the written one does.
  fileprivate func statusAsOf(_ day: Day) -> Status? {
    let isClosed = History(of: self, asOf: day).closed != nil
    switch writtenStatus {
    case .closed where !isClosed: return .inProgress
    case .pending where isClosed, .inProgress where isClosed, .resolved where isClosed: return .closed
    default: return nil
    }
  }
}

extension Record {
  /// Names every file below attachments/ that any field names, at any depth.
  fileprivate func eachFile(_ name: (String) -> Void) {
    for entry in entries { Self.eachFile(entry.item.value, of: schema.fields[entry.field].type, name) }
  }

  private static func eachFile(_ value: Value, of type: FieldType, _ name: (String) -> Void) {
    switch value {
    case .text(let file): if case .file = type { name(file) }
    case .list(let items): for item in items { eachFile(item.value, of: type.element, name) }
    case .map(let record): record.eachFile(name)
    default: break
    }
  }

  /// The record with another status; itself if there is none to set.
  fileprivate func withStatus(_ status: Complaint.Status?) -> Record {
    guard let status, let index = schema.index(of: "status") else { return self }
    return Record(
      schema: schema,
      entries: entries.map { entry in
        entry.field == index
          ? Entry(field: index, key: entry.key, item: Item(.code(status.rawValue), at: entry.item.mark)) : entry
      }, unknown: unknown)
  }
}

/// Cuts out of a record what is later than a day.
private struct PastRecord {
  let day: Day
  /// The ids of the cases received later.
  let later: Set<String>

  /// Whether anything in a record is later; asks for nothing but dates and references, since most cases have none.
  func mustCut(_ record: Record) -> Bool {
    let happening = Happening.of(record.schema)
    if happening.dated.contains(where: { record.moment(at: $0.field).map { $0.day > day } ?? false }) { return true }
    if !later.isEmpty, happening.links.contains(where: { !later.isDisjoint(with: ids(in: record, at: $0)) }) {
      return true
    }
    return happening.maps.contains { record.maps(at: $0).contains(where: mustCut) }
  }

  private func ids(in record: Record, at field: Int) -> [String] {
    if case .caseLink = record.schema.fields[field].type { return record.text(at: field).map { [$0] } ?? [] }
    return record.texts(at: field)
  }

  enum Outcome {
    case same
    /// The whole map has not happened yet.
    case gone
    case changed(Record)
  }

  func cut(_ record: Record) -> Outcome {
    let dated = Happening.of(record.schema).dated
    var dropped: [Int] = []
    for happening in dated {
      guard case .moment(let time) = record[at: happening.field]?.value, time.day > day else { continue }
      if happening.isWhole { return .gone }
      dropped += happening.dropped
    }
    var isChanged = !dropped.isEmpty
    var entries: [Record.Entry] = []
    for entry in record.entries where !dropped.contains(entry.field) {
      switch cut(entry.item.value, of: record.schema.fields[entry.field].type) {
      case nil: entries.append(entry)
      case .some(nil): isChanged = true
      case .some(let value?):
        isChanged = true
        entries.append(Record.Entry(field: entry.field, key: entry.key, item: Item(value, at: entry.item.mark)))
      }
    }
    guard isChanged else { return .same }
    return entries.isEmpty && record.unknown.isEmpty
      ? .gone : .changed(Record(schema: record.schema, entries: entries, unknown: record.unknown))
  }

  /// What is left of a value: `nil` if all of it, a `nil` inside if nothing.
  private func cut(_ value: Value, of type: FieldType) -> Value?? {
    switch value {
    case .text(let id):
      if case .caseLink = type, later.contains(id) { return .some(nil) }
      return nil
    case .map(let record):
      switch cut(record) {
      case .same: return nil
      case .gone: return .some(nil)
      case .changed(let record): return .map(record)
      }
    case .list(let items):
      let type = type.element
      var isChanged = false
      let left = items.compactMap { item -> Item? in
        guard let cut = cut(item.value, of: type) else { return item }
        isChanged = true
        return cut.map { Item($0, at: item.mark) }
      }
      guard isChanged else { return nil }
      return left.isEmpty ? .some(nil) : .list(left)
    default: return nil
    }
  }
}

/// What in a map of a schema tells when something happened.
private struct Happening: Sendable {
  /// The dates that do; every other date is a plan, a deadline, or a fact about goods.
  var dated: [Mark] = []
  /// The fields that name other cases, which may not be there yet.
  var links: [Int] = []
  /// The fields whose maps have such dates.
  var maps: [Int] = []

  /// One of the dates, and what is not there before it.
  struct Mark: Sendable {
    let field: Int
    /// Itself and those that hang on it; empty where the whole map does.
    let dropped: [Int]
    var isWhole: Bool { dropped.isEmpty }

    init(_ schema: Schema, _ key: String, with others: [String]?) {
      let field = schema.place(of: key)
      self.field = field
      dropped = others.map { [field] + $0.compactMap(schema.index) } ?? []
    }
  }

  static func of(_ schema: Schema) -> Happening { all[ObjectIdentifier(schema)] ?? Happening() }

  private static let all: [ObjectIdentifier: Happening] = {
    var all: [ObjectIdentifier: Happening] = [:]
    func add(_ schema: Schema, _ keys: KeyValuePairs<String, [String]?>) {
      all[ObjectIdentifier(schema)] = Happening(dated: keys.map { Mark(schema, $0.key, with: $0.value) })
    }
    add(
      CaseSchema.schema,
      ["written_on": [], "handled": [], "responded": [], "contained": [], "closed": [], "reopened": []])
    for schema in [
      CaseSchema.approval, CaseSchema.customerDecision, CaseSchema.reply, CaseSchema.notified, CaseSchema.followup,
      CaseSchema.distribution, CaseSchema.assessment,
    ] {
      add(schema, ["at": nil])
    }
    add(CaseSchema.event, ["at": nil, "received": []])
    add(CaseSchema.pause, ["from": nil, "to": []])
    add(
      CaseSchema.measure,
      ["done": ["effect", "verified_by", "verified_on", "evidence"], "verified_on": ["verified_by"]])
    add(CaseSchema.solution, ["approved": ["approved_by", "approver_rank"]])
    add(CaseSchema.supplier, ["sent": [], "answered": [], "audited": []])
    add(CaseSchema.departments, ["served": []])
    add(CaseSchema.samples, ["sealed": []])
    add(CaseSchema.eightD, ["customer_approved": []])
    add(CaseSchema.deduction, ["approved": nil, "published": []])
    add(CaseSchema.returned, ["issued_on": nil, "arrived": ["received"], "decided": ["disposition"]])
    add(CaseSchema.closure, ["applied": nil])
    for schema in [CaseSchema.event, CaseSchema.schema] {
      for (index, field) in schema.fields.enumerated() {
        let type = field.type.element
        if case .caseLink = type { all[ObjectIdentifier(schema)]?.links.append(index) }
        if case .map(let inner) = type, all[ObjectIdentifier(inner)] != nil {
          all[ObjectIdentifier(schema)]?.maps.append(index)
        }
      }
    }
    return all
  }()
}
