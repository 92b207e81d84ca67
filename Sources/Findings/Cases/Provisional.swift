import Complaints
/// Stand-ins until the rules of limits are merged.
func provisionalStanding(of complaint: Complaint, asOf day: Day, settings: Settings) -> Standing {
  let past = complaint.events.filter { ($0.at?.day).map { $0 <= day } ?? false && $0.isDone }
  func times(_ stage: String) -> [Moment] { past.filter { $0.stage == stage }.compactMap(\.at) }
  let reopened = times("reopened")
  var closed = times("closed").last
  if let last = closed, reopened.contains(where: { $0.isAfter(last) }) { closed = nil }
  let written = complaint.writtenStatus ?? .pending
  let moments = [complaint.due, complaint.promised].compactMap { $0?.end }
  let due = moments.first.map { DueTime(moment: $0, source: .field) }
  let end = Moment(local: day.number * 86_400 + 86_399, offset: complaint.received.offset)
  let paused = complaint.pauses.contains { $0.from.day <= day && ($0.to.map { $0.day > day } ?? true) }
  return Standing(
    closed: closed, status: closed != nil ? .closed : written == .closed ? .inProgress : written, due: due,
    isOverdue: due.map { closed == nil && !paused && end.isAfter($0.moment) },
    isOnTime: due.flatMap { due in closed.map { !$0.isAfter(due.moment) } },
    daysToClose: closed.map { complaint.received.days(to: $0) }, responded: times("responded").first,
    contained: times("contained").first, reopened: reopened)
}

func provisionalDepartments(of complaint: Complaint, asOf day: Day) -> [Complaint.Share] {
  let decided = complaint.events.filter { $0.stage == "attributed" && !$0.departments.isEmpty }
  guard !decided.isEmpty else { return complaint.departments }
  return decided.last { ($0.at?.day).map { $0 <= day } ?? false }?.departments ?? []
}
