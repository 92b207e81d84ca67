import Complaints
import Findings

/// A limit of the first response that fell due, as its list tells it.
struct ResponsePromise {
  let number: Int
  let clock: StageClock
  var isKept: Bool { clock.state == .met }
}

extension Edition {
  /// Whether the site sets a limit for the first response.
  var promisesAreSet: Bool { settings.limits.contains { $0.stages == ["responded"] } }

  /// The limits of the first response that fell due in a month by as-of, in the ledger's order.
  ///
  /// A response that is awaited and past its limit counts as not kept; one in a case that was closed without it, or
  /// whose clock stands still, leaves the base.
  func promises(in month: Period) -> [ResponsePromise] {
    var settings = settings
    settings.limits = settings.limits.filter { $0.stages == ["responded"] }
    return promised(in: month).flatMap { number -> [ResponsePromise] in
      stageClocks(of: findings.complaint(number), asOf: asOf, settings: settings).compactMap { clock in
        guard let due = clock.due?.day, month.contains(due), due <= asOf else { return nil }
        return switch clock.state {
        case .met, .late, .overdue: ResponsePromise(number: number, clock: clock)
        case .notStarted, .running, .unmeasured: nil
        }
      }
    }
  }

  /// The places of those cases in the ledger.
  func promisedPlaces(in month: Period) -> [Int] { promised(in: month).map { findings.cases[$0].place } }

  /// The cases of which such a limit fell due in a month.
  func promised(in month: Period) -> [Int] {
    lists.promised.value { findings.promisedByMonth }[month]
  }
}
