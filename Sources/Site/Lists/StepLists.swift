import Complaints
import Findings

/// The lists of the steps of closed cases: where their days went, by stage and by department.
extension ListMaker {
  /// A row for each case, the slowest first, and a column for each stage or department, that of the most days first: in
  /// a cell the days of the case's steps there, in their order.
  func steps(by kind: StepKind) -> ListContent {
    let set = timeline.closed(in: days)
    let steps = set.map { edition.steps(of: $0) }
    var groups: [StepGroup] = []
    // By the number of a code, its place among the groups; -1 where it has none yet.
    var places: [Int] = []
    var found: [(place: Int, days: Double)] = []
    for own in steps {
      for step in own {
        let number = kind == .stage ? step.stageNumber : step.departmentNumber
        while places.count <= number { places.append(-1) }
        if places[number] < 0 {
          places[number] = groups.count
          groups.append(StepGroup(key: kind == .stage ? step.stage : step.department, place: groups.count))
        }
        let place = places[number]
        groups[place].spans.append(step.days)
        found.append((place, step.days))
      }
    }
    groups = groups.map { ($0, $0.total) }.sorted { $0.1 != $1.1 ? $0.1 > $1.1 : $0.0.key < $1.0.key }.map(\.0)
    let cells = StepCells(found, lengths: steps.map(\.count), columns: groups.map(\.place))
    let totals = steps.map { $0.reduce(0) { $0 + $1.days } }
    let members = set.enumerated().map { ListMember(number: $1, note: $0) }.sorted {
      (totals[$1.note], $0.number) < (totals[$0.note], $1.number)
    }
    return content(
      groups.enumerated().map { column($0, $1, cells, by: kind) }, [], members: members, lead: .numbered, by: closing)
  }

  private func column(_ place: Int, _ group: StepGroup, _ cells: StepCells, by kind: StepKind) -> ListColumn {
    let spans = group.spans.sorted()
    func days(_ value: Double?) -> String { numbers.decimal(value, places: 1) }
    func figure(_ phrase: FurtherPhrase, _ text: String, _ reckoning: Reckoning) -> ListFigure {
      ListFigure(name: strings(phrase), text: text, reckoning: reckoning, definition: "further-steps")
    }
    return ListColumn(
      label: edition.label(ofStep: group.key, by: kind), isNumber: true,
      anchor: edition.anchor(ofStep: group.key, by: kind),
      figures: [
        figure(.steps, numbers.count(group.spans.count), .numbers(place)),
        figure(.median, days(spanQuantile(spans, 0.5, unit: 86_400)), .median(place)),
        figure(.p90, days(spanQuantile(spans, 0.9, unit: 86_400)), .ninth(place)),
        figure(.totalDays, numbers.decimal(group.total, places: 0), .sum(place)),
      ]
    ) { [numbers] member in
      var text = ""
      cells.each(in: place, of: member.note) { days in
        if !text.isEmpty { text += " " }
        text += numbers.decimal(days, places: 2)
      }
      return text
    }
  }
}

/// The days of the steps of many cases, by the row of the case and the column of the step.
private struct StepCells: Sendable {
  private let all: [(column: Int, days: Double)]
  /// Where those of each row begin; one more at the end.
  private let starts: [Int]

  /// - Parameters:
  ///   - steps: Of all rows, each with the place of its group.
  ///   - lengths: How many steps each row has.
  ///   - groups: The places of the groups in the order of the columns.
  init(_ steps: [(place: Int, days: Double)], lengths: [Int], columns groups: [Int]) {
    var columns = [Int](repeating: 0, count: groups.count)
    for (column, place) in groups.enumerated() { columns[place] = column }
    all = steps.map { (columns[$0.place], $0.days) }
    starts = lengths.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// Those of a cell in their order.
  func each(in column: Int, of row: Int, _ body: (Double) -> Void) {
    for step in all[starts[row]..<starts[row + 1]] where step.column == column { body(step.days) }
  }
}

/// The steps of one stage or department.
private struct StepGroup {
  let key: String
  /// Among the groups as they were first met.
  let place: Int
  var spans: [Double] = []

  /// Whole seconds, which add up exactly in any order, in days.
  var total: Double { spans.reduce(0) { $0 + ($1 * 86_400).rounded() } / 86_400 }
}

extension Edition {
  /// The steps of a case.
  fileprivate func steps(of number: Int) -> [Step] { lists.steps.value(of: number) { findings.steps(of: $0) } }

  /// The place of a stage or a department on the lists of steps.
  func anchor(ofStep key: String, by kind: StepKind) -> String {
    kind == .stage ? Slugs([])[key] : anchor(of: key, in: .department)
  }

  /// What a stage is called, or a department.
  func label(ofStep key: String, by kind: StepKind) -> String {
    switch kind {
    case .stage: label(of: key, in: "events.stage")
    case .department: key.isEmpty ? strings(FurtherPhrase.noDepartment) : findings.label(of: key, in: .department)
    }
  }

  /// The cases behind the days of a stage or a department.
  func door(ofStep key: String, by kind: StepKind, in figures: PeriodFigures) -> Door {
    door(.steps(kind), in: figures, at: anchor(ofStep: key, by: kind), of: Double(figures.closed))
  }
}
