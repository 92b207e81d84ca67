import Complaints
import Findings

/// How the limits of the first response were kept, by the month in which they fell due.
struct ResponsePromise {
  private var kept: [Period: (met: Int, all: Int)] = [:]
  /// Whether the site sets such a limit at all.
  let isSet: Bool

  /// Limits that fell due from a day to as-of.
  ///
  /// A response that is awaited and past its limit counts as not kept; one in a case that was closed without it, or
  /// whose clock stands still, leaves the base.
  init(in edition: Edition, from first: Day) {
    var settings = edition.settings
    settings.limits = settings.limits.filter { $0.stages == ["responded"] }
    isSet = !settings.limits.isEmpty
    guard isSet else { return }
    // A limit of the first response is short: a case received a month before can no longer fall due.
    let days = first.advanced(by: -31)...max(edition.asOf, first.advanced(by: -31))
    for number in edition.findings.timeline.received(in: days) {
      let complaint = edition.findings.complaint(number)
      for clock in stageClocks(of: complaint, asOf: edition.asOf, settings: settings) {
        guard let due = clock.due?.day, due >= first else { continue }
        let month = Period(.month, containing: due)
        switch clock.state {
        case .met:
          kept[month, default: (0, 0)].met += 1
          kept[month, default: (0, 0)].all += 1
        case .late, .overdue: kept[month, default: (0, 0)].all += 1
        case .notStarted, .running, .unmeasured: break
        }
      }
    }
  }

  /// The share kept of those that fell due in a month; `nil` if none did.
  subscript(month: Period) -> Rate? { kept[month].flatMap { Rate($0.met, of: $0.all) } }
}
