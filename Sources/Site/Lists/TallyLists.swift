import Complaints
import Findings

/// The lists of what stands beside the figures of cases: the rows of tallies, and the measures across cases, of each
/// month that has any.
func besideLists(of edition: Edition) -> [CaseList] {
  let tallied = Set(edition.ledger.tallies.filter { $0.day <= edition.asOf }.map { Period(.month, containing: $0.day) })
  return tallied.sorted().map { TallyList(month: $0, edition: edition).list }
    + edition.findings.periods(.month).map(\.period).compactMap { ImprovementList(month: $0, edition: edition).list }
}

extension PagePath {
  /// The rows of tallies of a month.
  static func tallies(in month: Period) -> PagePath { PagePath("lists/\(month)/tallies.html") }
  /// The measures due or confirmed in a month.
  static func improvements(in month: Period) -> PagePath { PagePath("lists/\(month)/improvements.html") }
}

extension CaseList {
  /// A list of a month whose rows are no cases, and which is never split.
  init(
    _ path: PagePath, _ heading: String, of month: Period, in edition: Edition,
    _ content: @escaping @Sendable () -> ListContent
  ) {
    let numbers = edition.numbers
    self.init(
      path: path, heading: heading,
      origin: edition.findings.figures(of: month).map { _ in
        (edition.strings(MonthlyPhrase.title, ["period": numbers.period(month)]), .monthly(month))
      },
      isSplit: false, part: { _ in path }, content: content, months: { [] }, inputs: nil)
  }
}

/// What was only counted in a month: each row of the files with its place, under the types.
struct TallyList: Sendable {
  let month: Period
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  var list: CaseList {
    let heading = strings(ListPhrase.heading, ["period": numbers.period(month), "name": strings(ListPhrase.tallies)])
    return CaseList(.tallies(in: month), heading, of: month, in: edition) { content }
  }

  /// The place of a type.
  static func anchor(of category: String, in edition: Edition) -> String {
    "type-" + edition.anchor(of: category, in: .category)
  }

  private var content: ListContent {
    let all = edition.findings.tallies(in: month.days)
    let rows = all.rows
    let sections = all.split { $0.category }.compactMap { group -> ListSection? in
      guard let category = group.word else { return nil }
      return ListSection(
        anchor: Self.anchor(of: category, in: edition), label: label(category, "category"),
        figures: [total(group.tallies)] + parts(group.tallies, from: 4),
        members: rows.indices.filter { rows[$0].category == category }.map { ListMember(number: $0) })
    }
    return ListContent(
      lead: .none, columns: columns(rows),
      root: ListSection(anchor: "all", label: "", figures: [total(all)] + parts(all, from: 3), sections: sections)
    ) { rows[$0].day }
  }

  private func label(_ word: String?, _ vocabulary: String) -> String {
    word.map { edition.label(of: $0, in: vocabulary) } ?? ""
  }

  private func columns(_ rows: [TallyRow]) -> [ListColumn] {
    let (edition, numbers) = (edition, numbers)
    func column(_ label: String, isNumber: Bool = false, _ text: @escaping @Sendable (TallyRow) -> String) -> ListColumn
    {
      ListColumn(label: label, isNumber: isNumber) { text(rows[$0.number]) }
    }
    return [
      column(strings(ListPhrase.place)) { "\(edition.contentPaths.shown($0.place.path)):\($0.place.line)" },
      column(strings(ListPhrase.day)) { $0.day.description },
      column(strings(BesidePhrase.count), isNumber: true) { numbers.count($0.count) },
    ]
      + Self.words.map { word in
        column(strings(word.phrase)) { row in
          word.of(row).map { edition.label(of: $0, in: word.vocabulary) } ?? ""
        }
      }
  }

  private static let words: [(phrase: BesidePhrase, vocabulary: String, of: @Sendable (TallyRow) -> String?)] = [
    (.category, "category", { $0.category }), (.channel, "channel", { $0.channel }),
    (.status, "status", { $0.status }), (.result, "outcome", { $0.result }),
  ]

  private func total(_ tallies: Tallies) -> ListFigure {
    ListFigure(name: strings(BesidePhrase.count), text: numbers.count(tallies.count), reckoning: .sum(2))
  }

  /// The counts under each word of the columns from one on.
  private func parts(_ tallies: Tallies, from first: Int) -> [ListFigure] {
    Self.words.enumerated().filter { $0.offset + 3 >= first }.flatMap { offset, word in
      tallies.split(by: word.of).map { part in
        let label = label(part.word, word.vocabulary)
        return ListFigure(
          name: part.word == nil ? Numbers.missing : label, text: numbers.count(part.tallies.count), reckoning: .sum(2),
          test: RowTest(column: offset + 3, words: [label]))
      }
    }
  }
}
