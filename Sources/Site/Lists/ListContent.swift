import Complaints
import Findings
import Hypertext

/// A case on a list, with how much of it stands there; without references, since lists have very many.
struct ListMember: Hashable, BitwiseCopyable, Sendable {
  /// Of the case; on a list of other things, what the list knows one by.
  let number: Int
  /// 1, or the share of a department, as a fraction.
  var part = 1.0
  /// By what the columns of the list know what the row tells besides: cents, or a place in an array of theirs.
  var note = 0
}

/// What a row begins with.
enum ListLead: Sendable {
  /// A case's number, the day it came and its title; its number alone, where the rows are many and short, or where the
  /// list writes it itself, since cases stand there that do not count; or nothing, since the rows are no cases.
  case named, numbered, written, none

  /// How many cells that is.
  var width: Int {
    switch self {
    case .named: 3
    case .numbered, .written: 1
    case .none: 0
    }
  }
}

/// A column behind what a row begins with.
struct ListColumn: Sendable {
  let label: String
  var isNumber = false
  /// Its place, and the figures that it makes, where a list has its figures column by column; of all columns the same.
  var anchor: String?
  var figures: [ListFigure] = []
  /// Empty where the case has no such value.
  let text: @Sendable (ListMember) -> String
}

/// How a figure comes from the rows under it; written beside the figure, so that whoever wants can reckon it again.
enum Reckoning: Hashable, Sendable {
  /// Cases, each once; and rows, where one case may have several.
  case count, rows
  /// Of a column, by its place from 0; a cell may hold several numbers.
  case sum(Int), median(Int), ninth(Int), mean(Int)
  /// How many numbers there are in a column.
  case numbers(Int)
  /// Rows that have something in a column.
  case filled(Int)
  /// The Kaplan-Meier median of a column of spans; the figure's test tells which of them have ended.
  case survival(Int)

  var name: String {
    switch self {
    case .count: "count"
    case .rows: "rows"
    case .sum: "sum"
    case .median: "median"
    case .ninth: "p90"
    case .mean: "mean"
    case .numbers: "numbers"
    case .filled: "filled"
    case .survival: "survival"
    }
  }

  var column: Int? {
    switch self {
    case .count, .rows: nil
    case .sum(let column), .median(let column), .ninth(let column), .mean(let column), .numbers(let column),
      .filled(let column), .survival(let column):
      column
    }
  }
}

/// Which of the rows a figure is made of.
struct RowTest: Hashable, Sendable {
  let column: Int
  /// What the cell says, one of these; `nil` is anything at all. An empty text is an empty cell.
  var words: [String]?

  /// Rows that have something in a column, or nothing.
  static func filled(_ column: Int) -> RowTest { RowTest(column: column, words: nil) }
  static func empty(_ column: Int) -> RowTest { RowTest(column: column, words: [""]) }
}

/// A figure that stands on a list: its name with its definition, its number, and how the rows make it.
struct ListFigure: Hashable, Sendable {
  let name: String
  /// As pages print it, with its unit.
  let text: String
  let reckoning: Reckoning
  /// What the rows' result is divided by, as printed; `nil` for nothing.
  var base: String?
  /// Its key in metrics.json, which is its anchor here; `nil` for the parts of a split.
  var key: String?
  /// Its anchor in the definitions; `nil` where its name says all.
  var definition: String?
  /// The rows that it is made of; `nil` is all of them.
  var test: RowTest?
}

/// Cases that belong together, in the order in which they are listed.
struct ListSection: Sendable {
  /// Unique on the page.
  let anchor: String
  let label: String
  var figures: [ListFigure] = []
  var members: [ListMember] = []
  var sections: [ListSection] = []

  /// Its own and those of its sections.
  var all: [ListMember] { members + sections.flatMap(\.all) }

  /// How many rows there are.
  var length: Int { sections.reduce(members.count) { $0 + $1.length } }

  /// How many different cases there are.
  var count: Int {
    var numbers: [Int] = []
    numbers.reserveCapacity(length)
    add(to: &numbers)
    return distinct(numbers)
  }

  private func add(to numbers: inout [Int]) {
    for member in members { numbers.append(member.number) }
    for section in sections { section.add(to: &numbers) }
  }
}

/// How many different numbers there are among some.
func distinct(_ numbers: [Int]) -> Int {
  guard let least = numbers.min(), let most = numbers.max() else { return 0 }
  // One bit for each number that there may be: cases are counted from 0, so there are no long gaps.
  var seen = [UInt64](repeating: 0, count: (most - least) / 64 + 1)
  for number in numbers { seen[(number - least) / 64] |= 1 << UInt64((number - least) % 64) }
  return seen.reduce(0) { $0 + $1.nonzeroBitCount }
}

/// Everything that a list shows.
struct ListContent: Sendable {
  var lead = ListLead.named
  var columns: [ListColumn]
  /// The whole list; its anchor and label are those of the page.
  var root: ListSection
  /// By the numbers of the members, what their rows begin with, where the list writes that itself.
  var leads: [Markup] = []
  /// The day by which the list is split into months where it is too long.
  var day: @Sendable (Int) -> Day?
}

extension ListContent {
  /// The same with the cases of the days of a month alone, without sections that are then empty; of the figures only the
  /// counts are left, in these words. Empty where no case is of the month.
  ///
  /// Picked out for each month anew: most builds ask for few of them, and to look at a day takes less than to sort by it.
  func part(of month: Period, _ words: (Int) -> ListFigure) -> ListContent {
    var content = self
    let part = root.part { day($0).map(month.contains) ?? false }
    content.root = part?.counted(words) ?? ListSection(anchor: root.anchor, label: root.label)
    return content
  }
}

/// The month of each case, found once.
struct MonthsOfCases {
  private let day: @Sendable (Int) -> Day?
  private var last: Period?

  init(_ day: @escaping @Sendable (Int) -> Day?) {
    self.day = day
  }

  /// `nil` without a day.
  mutating func month(of number: Int) -> Period? {
    guard let day = day(number) else { return nil }
    // Neighbours on a list mostly came in the same month.
    if let last, last.contains(day) { return last }
    let month = Period(.month, containing: day)
    last = month
    return month
  }
}

extension ListSection {
  /// `nil` where it has no such member.
  fileprivate func part(_ isIncluded: (Int) -> Bool) -> ListSection? {
    let members = members.filter { isIncluded($0.number) }
    let sections = sections.compactMap { $0.part(isIncluded) }
    guard !members.isEmpty || !sections.isEmpty else { return nil }
    return ListSection(anchor: anchor, label: label, members: members, sections: sections)
  }

  fileprivate func counted(_ words: (Int) -> ListFigure) -> ListSection {
    var section = self
    section.figures = [words(count)]
    section.sections = sections.map { $0.counted(words) }
    return section
  }
}
