import Complaints
import Findings
import Hypertext

extension Edition {
  /// The cases behind a figure of a period: the line of a list that says how they make it.
  func door(_ metric: Metric, in figures: PeriodFigures?) -> Door {
    guard audience != .public else { return .none(.withheld) }
    guard let list = metric.list else { return .none(.noCases) }
    guard let figures, value(of: metric, in: figures) != nil, metric.hasCases(in: figures) else {
      return .none(.nothing)
    }
    return .list(list.path(ListScope(figures, asOf: asOf), asOf: asOf), place: metric.rawValue)
  }

  /// A section of a list of a period.
  ///
  /// - Parameters:
  ///   - place: The anchor of the section; `nil` is the whole list.
  ///   - value: What the figure counts: nothing has no door.
  func door(_ list: ListSubject, in figures: PeriodFigures?, at place: String? = nil, of value: Double?) -> Door {
    guard audience != .public else { return .none(.withheld) }
    guard let figures, let value, value > 0 else { return .none(.nothing) }
    return .list(list.path(ListScope(figures, asOf: asOf), asOf: asOf), place: place)
  }

  /// A figure of a period as this audience may know it, with its door.
  func figure(_ metric: Metric, in figures: PeriodFigures?) -> Figure {
    Figure(MetricText(edition: self).figure(metric, value(of: metric, in: figures)), door(metric, in: figures))
  }

  /// Where a figure of a period is listed, for the marks of a chart.
  func href(_ metric: Metric, in figures: PeriodFigures?, from page: PagePath) -> String? {
    door(metric, in: figures).href(from: page)
  }

  /// The anchor of a key of a dimension on every list that is split by it.
  func anchor(of key: String, in dimension: Dimension) -> String { lists.anchor(of: key, in: dimension) }
}

/// What all lists of an edition share.
struct Lists: Sendable {
  private let slugs: [Slugs]
  /// The first cells of a case's row.
  let rows: Blocks<Markup>
  /// The same with the number of the case alone.
  let numbers: Blocks<Markup>
  /// The steps of a case, which several lists tell apart in their own ways.
  let steps: Blocks<[Step]>
  /// The cases contained in each month whose hours are known.
  let contained = Once<CasesByMonth>()
  /// The same of those handed on to who is to handle them.
  let informed = Once<CasesByMonth>()
  /// Long lists whose parts are being made: their pages follow each other, so each is found once or twice.
  let recent = Recent<PagePath, ListContent>(4)
  /// Those open at the end of each month, by its last day, and by the months in which they came where they are many.
  let open = Once<[Day: CaseSet]>()
  let manyOpen = Once<[Day: MonthRuns]>()
  /// The files that something is noted against, by their paths.
  let noted = Once<[String: Int]>()
  /// What is noted against the cases that count.
  let notedCounted = Once<[NotedCase]>()
  /// What each owner and each department has in hand.
  let parts = Once<[StateParts]>()
  /// Which fields each case lacks, a bit for each gap.
  let gaps = Once<[UInt8]>()
  /// The cases by the month in which a limit of their first response fell due.
  let promised = Once<CasesByMonth>()
  /// The slips to issue as of the day, and the cases that they are about.
  let slipCases = Once<SlipCases>()
  let expedites = Once<[Expedite]>()
  let inquiries = Once<[Inquiry]>()
  /// What is unusual in each month.
  let notable = Once<[Period: [Notable]]>()
  /// Why a case is open, as far as this audience may read it; "" where nothing is said.
  let reasons: Blocks<String>

  /// - Parameter isOpen: Whether the audience may read what people wrote beside a name.
  init(_ findings: Findings, isOpen: Bool) {
    let masking = isOpen ? nil : Masking()
    // Customers stand on no list; products have part numbers, which are no telephone numbers.
    slugs = Dimension.published.map { Slugs(findings.keys(of: $0), masking: $0 == .product ? nil : masking) }
    let count = findings.cases.count
    (rows, numbers, steps, reasons) = (Blocks(count), Blocks(count), Blocks(count), Blocks(count))
  }

  func anchor(of key: String, in dimension: Dimension) -> String {
    Dimension.published.firstIndex(of: dimension).map { slugs[$0][key] } ?? ""
  }

  /// Whether the anchor of a key depends on the other keys.
  func isTold(_ key: String, in dimension: Dimension) -> Bool {
    Dimension.published.firstIndex(of: dimension).map { slugs[$0].isTold(key) } ?? false
  }
}
