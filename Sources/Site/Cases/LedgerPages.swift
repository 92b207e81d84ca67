import Complaints
import Digests
import Findings
import Hypertext
import Templates

/// The ledger table (P2): the newest cases on its first page, and every month a page of its own.
///
/// Not for the public, which sees no case.
func ledgerPages(of edition: Edition) -> [Page] {
  guard edition.audience != .public else { return [] }
  let months = LedgerMonths(edition)
  let counts = months.all.map { (month: $0.period, count: $0.entries.count) }
  let parts = months.all.map { month in
    let path = LedgerMonths.path(of: month.period)
    let page = LedgerPage(edition: edition, months: months, month: month, path: path)
    guard let inputs = edition.inputs else { return Page(path) { try page.render(into: &$0) } }
    let cases = { @Sendable in inputs().list(of: month.places) }
    return Page(path, pieces: { try page.pieces(rows: cases()) })
      .reading { inputs().table(of: cases(), counts: counts) }
  }
  return [
    Page(.ledger) { try LedgerPage(edition: edition, months: months, month: nil, path: .ledger).render(into: &$0) }
  ]
    + parts
}

/// All cases that exist at as-of by the month in which they were received, the newest month first.
struct LedgerMonths: Sendable {
  enum Entry: Sendable {
    case counted(Int)
    case excluded(ExcludedCase)
  }

  struct Month: Sendable {
    let period: Period
    /// The newest first.
    let entries: [Entry]
    /// Of its cases in the ledger, in the same order.
    let places: [Int]
  }

  let all: [Month]

  init(_ edition: Edition) {
    let (cases, excluded) = (edition.findings.cases, edition.findings.excluded)
    var months: [Month] = []
    var open: (period: Period, entries: [Entry], places: [Int])?
    func close() {
      if let open { months.append(Month(period: open.period, entries: open.entries, places: open.places)) }
    }
    func add(_ entry: Entry, at place: Int, received day: Day) {
      if open?.period.contains(day) != true {
        close()
        open = (Period(.month, containing: day), [], [])
      }
      open?.entries.append(entry)
      open?.places.append(place)
    }
    // Places follow the time received; both lists follow the places.
    var rest = excluded[...]
    func addExcluded(after place: Int) {
      while let next = rest.last, next.place > place {
        rest.removeLast()
        if next.reason == .afterAsOf { continue }
        add(.excluded(next), at: next.place, received: edition.ledger.cases[next.place].complaint.received.day)
      }
    }
    for number in cases.indices.reversed() {
      addExcluded(after: cases[number].place)
      add(.counted(number), at: cases[number].place, received: cases[number].receivedDay)
    }
    addExcluded(after: -1)
    close()
    all = months
  }

  var count: Int { all.reduce(0) { $0 + $1.entries.count } }

  static func path(of month: Period) -> PagePath { PagePath("cases/\(month)/index.html") }
}

/// One page of the ledger table.
struct LedgerPage {
  let edition: Edition
  let months: LedgerMonths
  /// `nil` is the first page.
  let month: LedgerMonths.Month?
  let path: PagePath

  /// So many rows open quickly in any browser; what is older stands on the pages of its months.
  private static let mostRows = 1_000

  func render(into buffer: inout [UInt8]) throws {
    for (index, part) in try parts().enumerated() {
      if index > 0 { try rows(into: &buffer) }
      buffer += part
    }
  }

  /// The rows, of which there may be thousands, and what stands around them, which tells of all months.
  ///
  /// - Parameter cases: Of the cases of the month.
  func pieces(rows cases: Digest) throws -> [PagePiece] {
    var pieces: [PagePiece] = []
    func add(_ inputs: (inout Digester) -> Void, _ render: @escaping @Sendable (inout [UInt8]) throws -> Void) {
      var digester = Digester()
      digester.add(path.text)
      digester.add(pieces.count)
      inputs(&digester)
      pieces.append(PagePiece(inputs: digester.digest(), render: render))
    }
    for (index, part) in try parts().enumerated() {
      if index > 0 { add({ $0.add(cases) }, { try rows(into: &$0) }) }
      add({ $0.add(part) }, { $0 += part })
    }
    return pieces
  }

  private var entries: [LedgerMonths.Entry] {
    month?.entries ?? Array(months.all.flatMap(\.entries).prefix(Self.mostRows))
  }

  private func rows(into buffer: inout [UInt8]) throws {
    try edition.templates.render("partials/ledger-rows", ["rows": .rows(rows(of: entries))], into: &buffer)
  }

  /// What stands before the rows, and after them.
  private func parts() throws -> [[UInt8]] {
    var place = Markup()
    place.element("rows-of-the-ledger", text: "")
    var page: [UInt8] = []
    try render(rows: place, into: &page)
    return page.parts(around: place.bytes)
  }

  private func render(rows: Markup, into buffer: inout [UInt8]) throws {
    let content: TemplateObject = [
      "rows": .markup(rows),
      "years": .list(years),
      "categories": .list(categories),
      "months": .list((month.map { [$0] } ?? months.all).map { option($0.period) }),
      "rejected": .text(ifAny: rejected), "state": .text(path.href(to: .ledgerState)),
      "csv": .text(path.href(to: PagePath("data/cases.csv"))),
    ]
    try edition.render(.ledger, at: path, frame: frame(shown: entries.count), content: content, into: &buffer)
  }

  private func rows(of entries: [LedgerMonths.Entry]) -> TemplateRows {
    let cases = CaseRows(edition: edition, path: path)
    var rows = TemplateRows(.ledgerRow, reserving: 512 * (entries.count + 1))
    for entry in entries {
      switch entry {
      case .counted(let number): cases.append(number, to: &rows)
      case .excluded(let excluded): cases.append(excluded, to: &rows)
      }
    }
    return rows
  }

  private func frame(shown: Int) -> Frame {
    let strings = edition.strings
    guard let month else {
      let all = months.count
      let lead =
        shown < all
        ? strings(LedgerPhrase.leadPart, ["all": edition.numbers.count(all), "shown": edition.numbers.count(shown)])
        : strings(LedgerPhrase.lead, ["all": edition.numbers.count(all)])
      return Frame(
        title: strings(LedgerPhrase.title), heading: strings(LedgerPhrase.title), lead: lead, section: .ledger)
    }
    let title = strings(LedgerPhrase.monthTitle, ["month": edition.numbers.period(month.period)])
    return Frame(
      title: title, heading: title, lead: strings(LedgerPhrase.monthLead, ["n": edition.numbers.count(shown)]),
      section: .ledger, crumbs: [(strings(LedgerPhrase.title), .ledger), (edition.numbers.period(month.period), nil)],
      pager: neighbours(of: month.period))
  }

  /// How many files are missing from the first page because they have errors; `nil` where all is well.
  private var rejected: String? {
    let count = edition.findings.account.inError
    guard month == nil, count > 0 else { return nil }
    return edition.strings(LedgerPhrase.rejected, ["n": edition.numbers.count(count)])
  }

  /// The months before and after that have cases.
  private func neighbours(of period: Period) -> [(label: String, to: PagePath)] {
    guard let place = months.all.firstIndex(where: { $0.period == period }) else { return [] }
    return [place + 1, place - 1].filter(months.all.indices.contains).map { index in
      let other = months.all[index].period
      return (edition.numbers.period(other), LedgerMonths.path(of: other))
    }
  }

  /// The months by year, each with its count, as the way to everything older.
  private var years: [TemplateValue] {
    var years: [(year: Int, months: [TemplateValue], count: Int)] = []
    for month in months.all {
      let year = month.period.first.year
      if years.last?.year != year { years.append((year, [], 0)) }
      years[years.count - 1].count += month.entries.count
      years[years.count - 1].months.append([
        "label": .text(edition.numbers.monthOfYear(month.period.first.month)),
        "href": .text(path.href(to: LedgerMonths.path(of: month.period))),
        "count": .text(edition.numbers.count(month.entries.count)),
        "current": .flag(month.period == self.month?.period),
      ])
    }
    return years.map { year in
      [
        "label": .text(edition.numbers.period(Period(.year, containing: first(of: year.year)))),
        "months": .list(year.months.reversed()), "count": .text(edition.numbers.count(year.count)),
      ]
    }
  }

  private func first(of year: Int) -> Day { Day(year: year, month: 1, day: 1) ?? edition.asOf }

  private var categories: [TemplateValue] {
    edition.settings.vocabularies["category"].terms.filter { $0.parent == nil }.map {
      ["code": .text($0.code), "label": .text($0.label(edition.strings.language))]
    }
  }

  private func option(_ period: Period) -> TemplateValue {
    ["key": .text(period.description), "label": .text(edition.numbers.period(period))]
  }
}

extension [UInt8] {
  /// What lies before, between and after the places where a run of bytes occurs.
  fileprivate func parts(around mark: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var (start, index) = (0, 0)
    while let first = mark.first, let next = self[index...].firstIndex(of: first), next + mark.count <= count {
      index = next + 1
      guard self[next..<next + mark.count].elementsEqual(mark) else { continue }
      parts.append(Array(self[start..<next]))
      (start, index) = (next + mark.count, next + mark.count)
    }
    return parts + [Array(self[start...])]
  }
}
