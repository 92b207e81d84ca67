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
    var places: [String: Int] = [:]
    func key(_ step: Step) -> String { kind == .stage ? step.stage : step.department }
    for own in steps {
      for step in own {
        let place = places[key(step)] ?? groups.count
        if place == groups.count {
          places[key(step)] = place
          groups.append(StepGroup(key: key(step)))
        }
        groups[place].spans.append(step.days)
      }
    }
    groups.sort { $0.total != $1.total ? $0.total > $1.total : $0.key < $1.key }
    for (place, group) in groups.enumerated() { places[group.key] = place }
    let rows = zip(set, steps).enumerated().map {
      index, entry -> (member: ListMember, total: Double, cells: [[Double]]) in
      var cells: [[Double]] = []
      let (number, own) = entry
      for step in own {
        let place = places[key(step)] ?? 0
        while cells.count <= place { cells.append([]) }
        cells[place].append(step.days)
      }
      return (ListMember(number: number, note: index), own.reduce(0) { $0 + $1.days }, cells)
    }
    let cells = rows.map(\.cells)
    return content(
      groups.enumerated().map { column($0, $1, cells, by: kind) }, [],
      members: rows.sorted { ($1.total, $0.member.number) < ($0.total, $1.member.number) }.map(\.member),
      lead: .numbered, by: closing)
  }

  /// - Parameter cells: The days of each row's steps, column by column as far as there are any.
  private func column(_ place: Int, _ group: StepGroup, _ cells: [[[Double]]], by kind: StepKind) -> ListColumn {
    func days(_ value: Double?) -> String { numbers.decimal(value, places: 1) }
    func figure(_ phrase: FurtherPhrase, _ text: String, _ reckoning: Reckoning) -> ListFigure {
      ListFigure(name: strings(phrase), text: text, reckoning: reckoning, definition: "further-steps")
    }
    return ListColumn(
      label: edition.label(ofStep: group.key, by: kind), isNumber: true,
      anchor: edition.anchor(ofStep: group.key, by: kind),
      figures: [
        figure(.steps, numbers.count(group.spans.count), .numbers(place)),
        figure(.median, days(spanQuantile(group.spans, 0.5, unit: 86_400)), .median(place)),
        figure(.p90, days(spanQuantile(group.spans, 0.9, unit: 86_400)), .ninth(place)),
        figure(.totalDays, numbers.decimal(group.total, places: 0), .sum(place)),
      ]
    ) { [numbers] member in
      let cells = cells[member.note]
      return place < cells.count ? cells[place].map { numbers.decimal($0, places: 2) }.joined(separator: " ") : ""
    }
  }
}

/// The steps of one stage or department.
private struct StepGroup {
  let key: String
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
