package import Complaints

/// The figures of a period by their keys in metrics.json, in its order.
package enum Metric: String, CaseIterable, Sendable {
  case received, valid, closed
  case openEnd = "open_end"
  case overdueEnd = "overdue_end"
  case closedWithDue = "closed_with_due"
  case closedOnTime = "closed_on_time"
  case onTimeRate = "on_time_rate"
  case completedOfReceived = "completed_of_received"
  case medianDaysToClose = "median_days_to_close"
  case p90DaysToClose = "p90_days_to_close"
  case medianHoursToRespond = "median_hours_to_respond"
  case complaintLots = "complaint_lots"
  case shippedLots = "shipped_lots"
  case complaintRate = "complaint_rate"
  case defective
  case shippedUnits = "shipped_units"
  case ppm, cost
  case satisfactionMean = "satisfaction_mean"
  case satisfactionAnswers = "satisfaction_answers"
  case reopened, repeats

  /// What its numbers are, which decides how a page prints them.
  package enum Unit: Sendable { case cases, share, days, hours, lots, pieces, partsPerMillion, money, mark }

  package var unit: Unit {
    switch self {
    case .received, .valid, .closed, .openEnd, .overdueEnd, .closedWithDue, .closedOnTime, .satisfactionAnswers,
      .reopened, .repeats:
      .cases
    case .onTimeRate, .completedOfReceived, .complaintRate: .share
    case .medianDaysToClose, .p90DaysToClose: .days
    case .medianHoursToRespond: .hours
    case .complaintLots, .shippedLots: .lots
    case .defective, .shippedUnits: .pieces
    case .ppm: .partsPerMillion
    case .cost: .money
    case .satisfactionMean: .mark
    }
  }

  /// Whether more of it is better, worse, or neither by itself.
  package var better: Better {
    switch self {
    case .onTimeRate, .completedOfReceived, .satisfactionMean, .closedOnTime: .more
    case .received, .valid, .openEnd, .overdueEnd, .medianDaysToClose, .p90DaysToClose, .medianHoursToRespond,
      .complaintLots, .complaintRate, .defective, .ppm, .cost, .reopened, .repeats:
      .less
    case .closed, .closedWithDue, .shippedLots, .shippedUnits, .satisfactionAnswers: .neither
    }
  }

  /// Which way is good news.
  package enum Better: Sendable { case more, less, neither }
}

extension PeriodFigures {
  /// A figure as a number, money in the currency's unit, rates as fractions; `nil` where unknown.
  package func value(of metric: Metric) -> Double? {
    switch metric {
    case .received: Double(received)
    case .valid: Double(valid)
    case .closed: Double(closed)
    case .openEnd: Double(openEnd)
    case .overdueEnd: Double(overdueEnd)
    case .closedWithDue: Double(closedWithDue)
    case .closedOnTime: Double(closedOnTime)
    case .onTimeRate: onTimeRate?.fraction
    case .completedOfReceived: completedOfReceived?.fraction
    case .medianDaysToClose: medianDaysToClose
    case .p90DaysToClose: p90DaysToClose
    case .medianHoursToRespond: medianHoursToRespond
    case .complaintLots: Double(complaintLots)
    case .shippedLots: shippedLots.map(Double.init)
    case .complaintRate: complaintRate
    case .defective: defective.double
    case .shippedUnits: shippedUnits.map(Double.init)
    case .ppm: ppm
    case .cost: cost.units
    case .satisfactionMean: satisfactionMean
    case .satisfactionAnswers: Double(satisfactionAnswers)
    case .reopened: Double(reopened)
    case .repeats: Double(repeats)
    }
  }
}

extension Timeline {
  /// The cases behind a figure of a span: what a page lists under it; none behind what was shipped.
  package func cases(behind metric: Metric, in days: ClosedRange<Day>) -> CaseSet {
    switch metric {
    case .received: received(in: days)
    case .valid: valid(in: days)
    case .closed, .medianDaysToClose, .p90DaysToClose: closed(in: days)
    case .openEnd: open(at: days.upperBound)
    case .overdueEnd: overdue(at: days.upperBound)
    case .closedWithDue, .onTimeRate: closedWithDue(in: days)
    case .closedOnTime: closedOnTime(in: days)
    case .completedOfReceived: completed(ofReceivedIn: days)
    case .medianHoursToRespond: withResponseHours(in: days)
    case .complaintLots, .complaintRate: withLots(in: days)
    case .defective, .ppm: withDefects(in: days)
    case .shippedLots, .shippedUnits: CaseSet([])
    case .cost: withCost(in: days)
    case .satisfactionMean, .satisfactionAnswers: satisfactionAnswers(in: days)
    case .reopened: reopened(in: days)
    case .repeats: repeats(in: days)
    }
  }
}
