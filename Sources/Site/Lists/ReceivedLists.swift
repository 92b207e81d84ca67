import Complaints
import Findings

/// The lists of what was received in a span.
extension ListMaker {
  /// Cases by category, those that are closed with the day of their closing.
  func received(_ set: CaseSet, _ metrics: [Metric]) -> ListContent {
    var lines: [ListFigure] = []
    for metric in metrics {
      lines.append(
        metric == .received ? line(.received, .count) : line(metric, .filled(0), base: numbers.count(set.count)))
    }
    if metrics.isEmpty { lines.append(line(count: set.count)) }
    let isAll = subject == .received
    if isAll { lines += spans(of: set) }
    return content(
      [closedColumn] + (isAll ? [spanColumn] : []), lines,
      sections: tree(set) { cases in section(cases, of: set.count, isAll: isAll) })
  }

  /// How many, what part of all, and how many of them are done.
  private func section(_ cases: CaseSet, of all: Int, isAll: Bool) -> [ListFigure] {
    let count = line(count: cases.count)
    guard isAll else { return [count] }
    let done = cases.count { findings.cases[$0].closedDay != nil }
    let rate = ListFigure(
      name: strings(ReportPhrase.completion), text: numbers.percent(Double(done) / Double(cases.count), places: 0),
      reckoning: .filled(0), base: numbers.count(cases.count))
    return [count, line(share: Double(cases.count), of: all, .count), rate]
  }

  /// Cases under the categories, those of a parent itself before its children; each case once.
  func tree(_ set: CaseSet, _ figures: (CaseSet) -> [ListFigure]) -> [ListSection] {
    let all = findings.members(of: set, by: .category)
    func section(_ entry: KeyMembers) -> ListSection {
      let anchor = edition.anchor(of: entry.key, in: .category)
      let label = entry.key.isEmpty ? strings(ReportPhrase.noCategory) : entry.label
      var section = ListSection(anchor: anchor, label: label, figures: figures(entry.cases))
      let children = all.filter { $0.parent == entry.key }
      let below = Set(children.flatMap(\.cases))
      let own = entry.cases.only { !below.contains($0) }
      guard !children.isEmpty else {
        section.members = members(own)
        return section
      }
      if !own.isEmpty {
        section.sections.append(
          ListSection(
            anchor: Self.own(anchor), label: strings(ListPhrase.own, ["label": label]), figures: figures(own),
            members: members(own)))
      }
      section.sections += children.map(section(_:))
      return section
    }
    return all.filter { $0.parent == nil }.map(section)
  }

  /// The anchor of the cases that stand under a category and under none of its children.
  static func own(_ anchor: String) -> String { anchor + "--own" }

  /// The cases whose categories are too small for a bar of their own.
  var remainder: CaseSet {
    let shown = Set(CategoryBars(figures, last: nil, in: edition).bars.map(\.key))
    return timeline.received(in: days).only { !shown.contains(findings.complaint($0).category ?? "") }
  }

  /// Cases under each key of a dimension; under departments by their shares, with the categories they bear.
  func split(_ set: CaseSet, by dimension: Dimension) -> ListContent {
    let isShared = dimension == .department
    let sections = ranked(findings.members(of: set, by: dimension).filter { $0.parent == nil }).map { entry in
      var section = self.section(entry, of: dimension)
      let sum = entry.parts.reduce(0, +)
      section.figures =
        isShared
        ? [
          line(weighted: sum, .sum(0)), line(share: sum, of: set.count, .sum(0)), line(count: entry.cases.count),
        ]
        : [line(count: entry.cases.count), line(share: Double(entry.cases.count), of: set.count, .count)]
      if isShared { section.sections = categories(of: entry, below: section) }
      if !section.sections.isEmpty { section.members = [] }
      return section
    }
    return content(
      isShared ? [partColumn] : [], [line(.received, .count)],
      sections: grouped(sections, isShared: isShared))
  }

  /// As a Pareto chart has them: the most cases first, ties by key, those without a value last.
  private func ranked(_ entries: [KeyMembers]) -> [KeyMembers] {
    entries.map { (entry: $0, sum: $0.parts.reduce(0, +)) }.sorted { one, other in
      if one.entry.key.isEmpty != other.entry.key.isEmpty { return other.entry.key.isEmpty }
      return one.sum != other.sum ? one.sum > other.sum : one.entry.key < other.entry.key
    }
    .map(\.entry)
  }

  /// Those that a chart draws as one bar, together.
  private func grouped(_ sections: [ListSection], isShared: Bool) -> [ListSection] {
    let shown = LiveSplit.shown(of: sections.count)
    let others = Array(sections.dropFirst(shown))
    guard !others.isEmpty else { return sections }
    let members = others.flatMap(\.all)
    let figure =
      isShared
      ? line(weighted: members.reduce(0) { $0 + $1.part }, .sum(0))
      : ListFigure(name: strings(ListPhrase.cases), text: numbers.count(members.count), reckoning: .rows)
    return sections.prefix(shown)
      + [ListSection(anchor: Self.others, label: strings(ReportPhrase.others), figures: [figure], sections: others)]
  }

  static let others = "others"

  func section(_ entry: KeyMembers, of dimension: Dimension) -> ListSection {
    let none: ReportPhrase = dimension == .department ? .noDepartment : .unnamed
    return ListSection(
      anchor: edition.anchor(of: entry.key, in: dimension), label: entry.key.isEmpty ? strings(none) : entry.label,
      members: zip(entry.cases, entry.parts).map { ListMember(number: $0, part: $1) })
  }

  /// What a department bears of each category at the top of the vocabulary.
  private func categories(of entry: KeyMembers, below section: ListSection) -> [ListSection] {
    let parts = Dictionary(zip(entry.cases, entry.parts)) { first, _ in first }
    return findings.members(of: entry.cases, by: .category).filter { $0.parent == nil }.map { category in
      let members = category.cases.map { ListMember(number: $0, part: parts[$0] ?? 0) }
      return ListSection(
        anchor: section.anchor + "--" + edition.anchor(of: category.key, in: .category),
        label: category.key.isEmpty ? strings(ReportPhrase.noCategory) : category.label,
        figures: [line(weighted: members.reduce(0) { $0 + $1.part }, .sum(0))], members: members)
    }
  }

  /// Cases counted by shares.
  func line(weighted value: Double, _ reckoning: Reckoning) -> ListFigure {
    ListFigure(
      name: strings(ListPhrase.weighted), text: numbers.decimal(value, places: 2), reckoning: reckoning)
  }

  /// The valid cases, first those that name a product with their lots.
  var valid: ListContent {
    let set = timeline.valid(in: days)
    let (with, without) = (set.only { findings.cases[$0].hasProduct }, set.only { !findings.cases[$0].hasProduct })
    var sections: [ListSection] = []
    if !with.isEmpty {
      let lines = [
        line(.complaintLots, .sum(0)), line(.complaintRate, .sum(0), base: numbers.count(figures.shippedLots)),
      ]
      sections.append(
        ListSection(
          anchor: "with-product", label: strings(ListPhrase.withProduct),
          figures: figures.complaintRate == nil ? [lines[0]] : lines, members: members(with)))
    }
    if !without.isEmpty {
      sections.append(
        ListSection(
          anchor: "without-product", label: strings(ListPhrase.withoutProduct),
          figures: [line(count: without.count)], members: members(without)))
    }
    let lots = column(.lots, isNumber: true) { [findings, numbers] member in
      let counted = findings.cases[member.number]
      return counted.hasProduct ? numbers.count(counted.lots) : ""
    }
    let looked = inspections(of: set, at: 1)
    let again = problems(of: set, at: 1 + looked.columns.count)
    return content(
      [lots] + looked.columns + again.columns, [line(.valid, .count)] + looked.figures + again.figures,
      sections: sections)
  }

  /// The valid cases that report defective pieces, the most first.
  var defects: ListContent {
    let set = timeline.withDefects(in: days).sorted { one, other in
      let (a, b) = (findings.cases[one].defective.millionths, findings.cases[other].defective.millionths)
      return (b, one) < (a, other)
    }
    let pieces = column(.defective, isNumber: true) { [findings, numbers] in
      numbers.quantity(findings.cases[$0.number].defective)
    }
    let rate = line(.ppm, .sum(0), base: numbers.count(figures.shippedUnits))
    return content(
      [pieces], [line(.defective, .sum(0))] + (figures.ppm == nil ? [] : [rate]), members: members(set))
  }

  /// The cases that repeat an earlier one.
  var repeats: ListContent {
    let former = column(.repeated) { [findings] in findings.complaint($0.number).repeatOf ?? "" }
    return content([former], [line(.repeats, .count)], members: members(timeline.repeats(in: days)))
  }
}
