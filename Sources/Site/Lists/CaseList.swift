import Complaints
import Digests
import Findings

/// One list: where it stands, what it is called, and how its cases are found.
struct CaseList: Sendable {
  let path: PagePath
  let heading: String
  /// The page on which its figures stand; `nil` for none in particular.
  let origin: (label: String, path: PagePath)?
  /// Whether its cases stand on other pages, a month each, since there are too many for one.
  let isSplit: Bool
  /// Where the cases of a month stand, if it is split.
  let part: @Sendable (Period) -> PagePath
  let content: @Sendable () -> ListContent
  /// The months that have a page of their own, if it is split.
  let months: @Sendable () -> [Period]
  /// Of all that its pages read; `nil` where that is not said.
  let inputs: (@Sendable () -> Digest)?
  /// Of all that the page of a month reads, if it is split; `nil` where that is not told apart.
  var partInputs: (@Sendable (Period) -> Digest)?

  /// A longer list opens slowly and is read by no one.
  static let most = 500
}

extension CaseList {
  /// A list of a span.
  ///
  /// - Parameter parts: Where a list that is too long has its cases by month: the lists of those months for a year, else
  ///   pages of its own. A month is never split.
  init(_ subject: ListSubject, _ figures: PeriodFigures, in edition: Edition, isSplit: Bool) {
    let maker = ListMaker(edition: edition, subject: subject, figures: figures)
    let scope = ListScope(figures, asOf: edition.asOf)
    let asOf = edition.asOf
    self.init(
      path: subject.path(scope, asOf: asOf), heading: maker.heading, origin: maker.origin, isSplit: isSplit,
      part: { month in
        guard !subject.isOfTheEnd, let figures = edition.findings.figures(of: month) else {
          return subject.path(scope, asOf: asOf, part: month)
        }
        return subject.path(ListScope(figures, asOf: asOf), asOf: asOf)
      }, content: { maker.content() },
      months: {
        // What is open at one time is split by the day it came; a year has the lists of its months.
        subject.isOfTheEnd ? edition.open(at: figures.days.upperBound).months : []
      },
      inputs: edition.reading { inputs in
        subject == .promises
          ? inputs.list(of: edition.promisedPlaces(in: figures.period))
          : inputs.list(subject, of: figures, isSplit: isSplit)
      },
      partInputs: isSplit && subject.isOfTheEnd ? edition.partInputs(of: subject, at: figures.days.upperBound) : nil)
  }
}

extension ListMaker {
  /// «2026 年 10 月结案的案件».
  var heading: String {
    strings(ListPhrase.heading, ["period": span, "name": name])
  }

  private var span: String {
    if subject.isOfTheEnd { return strings(ListPhrase.endOf, ["day": days.upperBound.description]) }
    if days.upperBound == min(figures.period.last, edition.asOf) { return edition.heading(of: figures) }
    return strings(ReportPhrase.span, ["from": days.lowerBound.description, "to": days.upperBound.description])
  }

  private var name: String {
    if case .split(let dimension) = subject {
      return strings(ListPhrase.split, ["dimension": edition.name(of: dimension)])
    }
    return strings.text("list.subject." + subject.file.split(separator: "-").joined(separator: "_")) ?? subject.file
  }

  /// The report of the span.
  var origin: (label: String, path: PagePath)? {
    let period = figures.period
    switch period.kind {
    case .month: return (strings(MonthlyPhrase.title, ["period": numbers.period(period)]), .monthly(period))
    case .year: return (strings(AnnualPhrase.title, ["period": numbers.period(period)]), .annual(period))
    default: return nil
    }
  }
}

extension Edition {
  /// What each page of a list reads that has its cases by the month in which they came: those of that month, if the
  /// others have no part in the words of its sections and in their order. `nil` where that is not said.
  func partInputs(of cases: MonthRuns) -> (@Sendable (Period) -> Digest)? {
    guard let inputs else { return nil }
    return { inputs().list(of: cases.places(in: $0)) }
  }

  /// The same of a list of the cases that are open at the end of a day. Where they stand by their reasons, the part of every
  /// month reads as well which reasons there are, in which order: it names sections by them, and puts rare ones together.
  /// That is told by all the fields of the few cases that give one, and by what it makes of them that others give none.
  func partInputs(of subject: ListSubject, at day: Day) -> (@Sendable (Period) -> Digest)? {
    guard let inputs else { return nil }
    let reasons = Once<Digest>()
    return { [self] month in
      let cases = open(at: day)
      guard subject == .openReasons else { return inputs().list(of: cases.places(in: month)) }
      var digester = Digester()
      digester.add(inputs().list(of: cases.places(in: month)))
      digester.add(
        reasons.value {
          let telling = openCases(at: day).only { traits.all[findings.cases[$0].place].saysWhyOpen }
          let isOtherwise = telling.count < cases.count && namesReasonsOtherwise(besideNone: telling)
          var digester = Digester()
          digester.add(inputs().list(of: telling.map { findings.cases[$0].place }))
          digester.add(isOtherwise ? 1 : 0)
          return digester.digest()
        })
      return digester.digest()
    }
  }

  /// The cases that are open at the end of a day.
  func open(at day: Day) -> MonthRuns {
    lists.manyOpen.lend({ manyOpen }) { $0[day] } ?? MonthRuns(openCases(at: day), in: findings)
  }

  /// The same of each month where they are too many for one page.
  private var manyOpen: [Day: MonthRuns] {
    lists.open.lend({ openByMonth }) { ends in
      ends.filter { $0.value.count > CaseList.most }.mapValues { MonthRuns($0, in: findings) }
    }
  }

  /// Whether the reasons of some open cases have other names, or stand with the rare ones, where there are cases without
  /// any: those stand last, under a name of their own.
  private func namesReasonsOtherwise(besideNone telling: CaseSet) -> Bool {
    let reasons = openReasons(of: telling).map(\.reason)
    return reasons.count >= MonthlyOpen.mostReasons || Slugs(reasons + [""]).isTold("")
  }

  /// What a dimension is called.
  func name(of dimension: Dimension) -> String {
    strings.text("list.dimension." + dimension.rawValue) ?? dimension.rawValue
  }
}
