import Complaints
import Findings

/// How the limits of the first response were kept, by the month in which they fell due.
struct ResponsePromise {
  /// A limit that fell due.
  struct Due {
    let number: Int
    let clock: StageClock
    var isKept: Bool { clock.state == .met }
  }

  /// A limit of the first response is short: so many days after it was received, a case can no longer fall due.
  static let longest = 31

  private var months: [Period: [Due]] = [:]
  /// Whether the site sets such a limit at all.
  let isSet: Bool

  /// Limits that fell due from a day to as-of.
  ///
  /// A response that is awaited and past its limit counts as not kept; one in a case that was closed without it, or
  /// whose clock stands still, leaves the base.
  ///
  /// - Parameter last: The last day of interest; as-of if `nil`.
  init(in edition: Edition, from first: Day, through last: Day? = nil) {
    var settings = edition.settings
    settings.limits = settings.limits.filter { $0.stages == ["responded"] }
    isSet = !settings.limits.isEmpty
    guard isSet else { return }
    let start = first.advanced(by: -Self.longest)
    for number in edition.findings.timeline.received(in: start...max(min(last ?? edition.asOf, edition.asOf), start)) {
      let complaint = edition.findings.complaint(number)
      for clock in stageClocks(of: complaint, asOf: edition.asOf, settings: settings) {
        guard let due = clock.due?.day, due >= first, due <= edition.asOf else { continue }
        switch clock.state {
        case .met, .late, .overdue:
          months[Period(.month, containing: due), default: []].append(Due(number: number, clock: clock))
        case .notStarted, .running, .unmeasured: break
        }
      }
    }
  }

  /// Those that fell due in a month, in the ledger's order.
  func due(in month: Period) -> [Due] { months[month, default: []] }
}

extension Edition {
  /// Whether the site sets a limit for the first response.
  var promisesAreSet: Bool { settings.limits.contains { $0.stages == ["responded"] } }
}
