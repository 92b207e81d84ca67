import Complaints
import Findings

/// By what the steps of cases are told apart.
enum StepKind: String, Hashable, Sendable {
  case stage, department
}

/// What a list tells of its span; each is one page, whose sections and lines are the figures that rest on it.
enum ListSubject: Hashable, Sendable {
  /// Received, by category; and those of them that are closed at as-of.
  case received, completed
  /// The small categories that a Pareto chart draws as one bar.
  case remainder
  /// Received, split by a dimension; departments with their categories.
  case split(Dimension)
  case valid, defects, repeats
  case closed, onTime, cost, costKinds, satisfaction
  /// Closed, by the departments that bear them.
  case responsibility
  case responded, informed, contained, reopened
  /// The days of the steps of closed cases.
  case steps(StepKind)
  /// Closed, with what was deducted.
  case deductions
  /// The limits of the first response that fell due.
  case promises
  /// Open at the end of the span.
  case open, openSince, openReasons, openDepartments

  /// The name of its file.
  var file: String {
    switch self {
    case .received: "received"
    case .completed: "completed"
    case .remainder: "other-categories"
    case .split(let dimension): "by-" + dimension.rawValue
    case .valid: "valid"
    case .defects: "defective"
    case .repeats: "repeats"
    case .closed: "closed"
    case .onTime: "closed-with-due"
    case .cost: "cost"
    case .costKinds: "cost-by-kind"
    case .satisfaction: "satisfaction"
    case .responsibility: "responsibility"
    case .responded: "responded"
    case .informed: "informed"
    case .contained: "contained"
    case .reopened: "reopened"
    case .steps(let kind): "time-by-" + kind.rawValue
    case .deductions: "deductions"
    case .promises: "response-limits"
    case .open: "open"
    case .openSince: "open-since"
    case .openReasons: "open-by-reason"
    case .openDepartments: "open-by-department"
    }
  }

  /// Whether it tells of the end of a span and not of its course.
  var isOfTheEnd: Bool {
    switch self {
    case .open, .openSince, .openReasons, .openDepartments: true
    default: false
    }
  }

  /// Below lists/, so that the path of a list is a matter of its subject and span alone.
  func path(_ scope: ListScope, asOf: Day, part: Period? = nil) -> PagePath {
    let folder = isOfTheEnd ? scope.ending(asOf: asOf).folder : scope.folder
    return PagePath("lists/\(folder)/\(file)\(part.map { "-\($0)" } ?? "").html")
  }

  /// How many cases a list of the span has, as far as its figures tell; 0 if there is no list.
  func count(_ figures: PeriodFigures) -> Int {
    switch self {
    case .received, .split, .remainder: figures.received
    case .completed: figures.completedOfReceived?.count ?? 0
    case .valid: figures.valid
    case .defects: figures.defective.millionths > 0 ? 1 : 0
    case .repeats: figures.repeats
    case .closed, .responsibility, .steps: figures.closed
    case .onTime: figures.closedWithDue
    case .cost: figures.cost.cents > 0 ? 1 : 0
    // Whether any was handed on, contained, cost or lost something, is not told here.
    case .costKinds, .deductions: figures.closed
    case .informed, .contained: 1
    case .satisfaction: figures.satisfactionAnswers
    case .responded: figures.medianHoursToRespond == nil ? 0 : 1
    case .reopened: figures.reopened
    case .promises: 1
    case .open, .openSince, .openReasons, .openDepartments: figures.openEnd
    }
  }
}

extension Metric {
  /// The list on which a figure of a period stands; `nil` for what counts no cases.
  var list: ListSubject? {
    switch self {
    case .received, .completedOfReceived: .received
    case .valid, .complaintLots, .complaintRate: .valid
    case .closed, .medianDaysToClose, .p90DaysToClose: .closed
    case .openEnd, .overdueEnd: .open
    case .closedWithDue, .closedOnTime, .onTimeRate: .onTime
    case .medianHoursToRespond: .responded
    case .defective, .ppm: .defects
    case .shippedLots, .shippedUnits: nil
    case .cost: .cost
    case .satisfactionMean, .satisfactionAnswers: .satisfaction
    case .reopened: .reopened
    case .repeats: .repeats
    }
  }

  /// Whether any case stands behind the figure.
  func hasCases(in figures: PeriodFigures) -> Bool {
    switch self {
    case .complaintLots, .complaintRate: figures.complaintLots > 0
    case .overdueEnd: figures.overdueEnd > 0
    case .closedOnTime: figures.closedOnTime > 0
    default: (list?.count(figures) ?? 0) > 0
    }
  }
}
