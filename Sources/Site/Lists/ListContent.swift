import Complaints
import Findings
import Hypertext

/// A case on a list, with how much of it stands there.
struct ListMember: Hashable, Sendable {
  let number: Int
  /// 1, or the share of a department, as a fraction.
  var part = 1.0
  /// What the row tells besides, such as a limit or an amount; each list knows its own.
  var note: ListNote?
}

/// What only one list knows of a case.
enum ListNote: Hashable, Sendable {
  case amount(Money)
  case limit(StageClock)
}

/// A column behind the number, the day and the title of a case.
struct ListColumn: Sendable {
  let label: String
  var isNumber = false
  /// Empty where the case has no such value.
  let text: @Sendable (ListMember) -> String
}

/// How a figure comes from the rows under it; written beside the figure, so that whoever wants can reckon it again.
enum Reckoning: Hashable, Sendable {
  /// Cases, each once; and rows, where one case may have several.
  case count, rows
  /// Of a column, by its place from 0.
  case sum(Int), median(Int), ninth(Int), mean(Int)
  /// Rows that have something in a column.
  case filled(Int)

  var name: String {
    switch self {
    case .count: "count"
    case .rows: "rows"
    case .sum: "sum"
    case .median: "median"
    case .ninth: "p90"
    case .mean: "mean"
    case .filled: "filled"
    }
  }

  var column: Int? {
    switch self {
    case .count, .rows: nil
    case .sum(let column), .median(let column), .ninth(let column), .mean(let column), .filled(let column): column
    }
  }
}

/// A figure that stands on a list: its name with its definition, its number, and how the rows make it.
struct ListFigure: Hashable, Sendable {
  let name: String
  /// As pages print it, with its unit.
  let text: String
  let reckoning: Reckoning
  /// What the rows' result is divided by, as printed; `nil` for nothing.
  var base: String?
  /// Its key in metrics.json, which is its anchor here and in the definitions; `nil` for the parts of a split.
  var key: String?
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

  /// How many different cases there are.
  var count: Int { Set(all.map(\.number)).count }
}

/// Everything that a list shows.
struct ListContent: Sendable {
  var columns: [ListColumn]
  /// The whole list; its anchor and label are those of the page.
  var root: ListSection
  /// The day by which the list is split into months where it is too long.
  var day: @Sendable (Int) -> Day?
}
