import Complaints
import Findings

/// The measures across cases that were due in a month, and those whose effect was confirmed in it.
struct ImprovementList: Sendable {
  let month: Period
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }
  private var findings: Findings { edition.findings }

  /// `nil` in a month without any.
  var list: CaseList? {
    guard !(findings.improvements(dueIn: month.days) + findings.improvements(confirmedIn: month.days)).isEmpty else {
      return nil
    }
    let heading = strings(
      ListPhrase.heading, ["period": numbers.period(month), "name": strings(BesidePhrase.measures)])
    return CaseList(.improvements(in: month), heading, of: month, in: edition) { content }
  }

  private var content: ListContent {
    let improvements = findings.improvements
    func section(_ anchor: String, _ phrase: ListPhrase, _ places: [Int], _ figures: [ListFigure]) -> ListSection? {
      guard !places.isEmpty else { return nil }
      return ListSection(
        anchor: anchor, label: strings(phrase), figures: figures, members: places.map { ListMember(number: $0) })
    }
    let figures = findings.improvementFigures(in: month.days)
    func line(_ phrase: ListPhrase, _ count: Int, key: String, where test: RowTest? = nil) -> ListFigure {
      ListFigure(
        name: strings(phrase), text: numbers.count(count), reckoning: .count, key: key,
        definition: "further-improvements", test: test)
    }
    let sections = [
      section(
        "due", .dueMeasures, findings.improvements(dueIn: month.days),
        [
          line(.measures, figures.due, key: "improvements_due"),
          line(
            .doneOnTime, figures.doneOnTime, key: "improvements_done_on_time",
            where: RowTest(column: 3, words: [strings(BesidePhrase.done)])),
        ]),
      section(
        "confirmed", .confirmedMeasures, findings.improvements(confirmedIn: month.days),
        [
          line(.measures, figures.confirmed, key: "improvements_confirmed"),
          line(
            .effectiveMeasures, figures.effective, key: "improvements_effective",
            where: RowTest(column: 5, words: [strings(BesidePhrase.effectYes)])),
        ]),
    ]
    return ListContent(
      lead: .none, columns: columns(improvements),
      root: ListSection(anchor: "all", label: "", sections: sections.compactMap(\.self))
    ) { improvements[$0].improvement.due?.day }
  }

  private func columns(_ improvements: [ImprovementStanding]) -> [ListColumn] {
    let (edition, numbers) = (edition, numbers)
    func column(_ label: String, _ text: @escaping @Sendable (ImprovementStanding) -> String) -> ListColumn {
      ListColumn(label: label) { text(improvements[$0.number]) }
    }
    func field(_ key: String) -> String {
      ImprovementSchema.schema.fields.first { $0.key == key }.map { edition.label(of: $0) } ?? key
    }
    return [
      column(field("title")) {
        edition.audience == .team ? $0.improvement.title : Masking().text($0.improvement.title)
      },
      column(field("owner")) { $0.improvement.owner.map { edition.label(of: $0, in: "owner") } ?? "" },
      column(field("due")) { $0.improvement.due.map { numbers.due($0) } ?? "" },
      column(strings(BesidePhrase.state)) { edition.strings($0.state.phrase) },
      column(field("done")) { $0.done.map { numbers.moment($0) } ?? "" },
      column(strings(BesidePhrase.effect)) { standing in
        standing.isEffective.map { edition.strings($0 ? BesidePhrase.effectYes : .effectNo) } ?? ""
      },
      column(field("confirmed_on")) { $0.confirmedOn.map { numbers.moment($0) } ?? "" },
      column(strings(ListPhrase.file)) { edition.contentPaths.shown($0.improvement.path) },
    ]
  }
}

extension ImprovementStanding.State {
  fileprivate var phrase: BesidePhrase {
    switch self {
    case .open: .open
    case .late: .late
    case .done: .done
    case .doneLate: .doneLate
    }
  }
}
