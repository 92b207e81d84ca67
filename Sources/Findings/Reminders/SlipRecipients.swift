import Complaints

/// Whom the slips about a case go to as of a day: at most one kind of slip, since a case is open or closed.
///
/// The rule stands at `Reminders`.
struct SlipRecipients {
  /// Those who are to act; the one `nil` where no department can be told, so that the owner of the case is. Empty of a case
  /// that is not open past its due time.
  let expedited: [String?]
  /// Those who are asked why; empty of an open case.
  let asked: [String]

  /// - Parameter course: Of the same case as of the same day.
  init(_ file: CaseFile, _ complaint: Complaint, _ course: Course, asOf: Day) {
    if course.standing.isOverdue == true {
      var names = Self.departments(of: course, .overdue)
      if names.isEmpty { names = Self.insideDepartments(of: file, complaint, asOf: asOf) }
      expedited = names.isEmpty ? [nil] : names.map(Optional.some)
    } else {
      expedited = []
    }
    asked = course.standing.closed == nil ? [] : Self.departments(of: course, .late)
  }

  /// The departments of the limits that stand in a way, each once, in the order of site.yaml.
  private static func departments(of course: Course, _ state: StageClock.State) -> [String] {
    var names: [String] = []
    for clock in course.stages where clock.state == state { add(clock.rule.departments, to: &names) }
    return names
  }

  /// The departments that bear a case by as-of, without outside parties such as suppliers.
  private static func insideDepartments(of file: CaseFile, _ complaint: Complaint, asOf: Day) -> [String] {
    var names: [String] = []
    add(Complaints.departments(of: complaint, asOf: asOf).map(\.department), to: &names)
    guard !names.isEmpty else { return [] }
    let lists = [file.record] + file.record.maps("events")
    let outside = lists.flatMap { $0.maps("departments") }.filter { $0.yesNo("external") == true }
      .compactMap { $0.text("name") }
    return names.filter { !outside.contains($0) }
  }

  private static func add(_ more: [String], to names: inout [String]) {
    for name in more where !names.contains(name) { names.append(name) }
  }
}
