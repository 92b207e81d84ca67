import Complaints
import Findings

extension Edition {
  /// Whether a figure of a period must not be shown to this audience, since too few cases stand behind it.
  ///
  /// Zero tells of nobody and stays. For all but the public nothing is suppressed.
  func isSuppressed(_ metric: Metric, _ figures: PeriodFigures) -> Bool {
    guard audience == .public, let floor = settings.minimumCell else { return false }
    let behind: Int =
      switch metric {
      case .received, .valid, .completedOfReceived, .repeats: figures.received
      case .complaintLots, .complaintRate, .defective, .ppm: figures.complaintLots
      case .closedWithDue, .closedOnTime, .onTimeRate: figures.closedWithDue
      case .closed, .medianDaysToClose, .p90DaysToClose, .cost: figures.closed
      case .satisfactionMean, .satisfactionAnswers: figures.satisfactionAnswers
      case .openEnd, .overdueEnd: figures.openEnd
      case .medianHoursToRespond, .reopened, .shippedLots, .shippedUnits: floor
      }
    return behind > 0 && behind < floor
  }
}
