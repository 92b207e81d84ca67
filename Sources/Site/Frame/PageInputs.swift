import Complaints
import Digests
import Findings

/// What pages other than cards read, as digests: where such a digest is as it was, so is the page.
///
/// Some are coarse: a page that reads less than its digest says is made once more than it need be, and is the same.
///
/// A class because every page that says what it reads holds it.
final class PageInputs: Sendable {
  /// Of everything but the bytes of attachments and the narratives of cases.
  let everything: Digest
  let spans: CaseSpans
  /// Of what every list reads besides its cases.
  private let lists: Digest
  /// The same with the commit and the attachments, of which other pages tell too.
  private let reports: Digest
  /// Of what is noted against the files of the ledger, and of those that are no cases for it.
  private let problems: Digest
  /// Of the names of products, which are learnt from all cases.
  private let products: Digest
  /// Of the departments of steps, which may be such as no case bears: their anchors depend on those that some case does.
  private let departments: Digest
  private let counted: CountedSums
  private let facts: FactDigests
  /// Of the cases that do not count, whose parts masking knows as well.
  private let uncounted: Digest
  private let commit: String

  /// - Parameters:
  ///   - shared: Of what every page reads.
  ///   - others: Of the files of the ledger that are no cases.
  init(_ edition: Edition, shared: Digest, others: Digest) {
    commit = edition.commit ?? ""
    spans = CaseSpans(
      edition.ledger.cases, edition.traits, isClosed: edition.closings, asOf: edition.asOf, jobs: edition.jobs,
      place: edition.cards.place)
    facts = edition.findings.factDigests
    counted = CountedSums(edition.findings, spans, facts)
    uncounted = Self.sum(of: edition.findings.excluded.lazy.map(\.place), spans)
    products = Self.names(of: .product, in: edition) { edition.findings.label(of: $0, in: .product) != $0 }
    departments = Self.anchors(of: edition.findings.stepDepartments, in: .department, of: edition)
    var digester = Digester()
    digester.add(shared)
    digester.add(others)
    digester.add(edition.asOf.number)
    // Periods begin with the first case.
    digester.add(edition.findings.timeline.days?.lowerBound.number ?? 0)
    for dimension in Dimension.published {
      digester.add(Self.names(of: dimension, in: edition) { edition.lists.isTold($0, in: dimension) })
    }
    lists = digester.digest()
    digester.add(commit)
    digester.add(edition.attachments)
    digester.add(edition.folder)
    digester.add(products)
    digester.add(departments)
    // Rows that were only counted may be of a category that no case has.
    let tallied = Set(edition.ledger.tallies.compactMap(\.category)).sorted()
    digester.add(Self.anchors(of: tallied, in: .category, of: edition))
    reports = digester.digest()
    problems = Self.problems(of: edition.ledger)
    digester.add(spans.all)
    digester.add(problems)
    everything = digester.digest()
  }

  private static func problems(of ledger: Ledger) -> Digest {
    var digester = Digester()
    let strays = ledger.strays.flatMap { [$0.path, $0.owner ?? ""] + $0.departments }
    for group in [ledger.rejected, ledger.rejectedIDs, strays] {
      digester.add(group.count)
      for text in group { digester.add(text) }
    }
    // Whose they are, the state of the ledger says.
    digester.add(ledger.damaged.count)
    for file in ledger.damaged {
      digester.add(file.path)
      digester.add(file.digest)
    }
    digester.add(ledger.diagnostics.count)
    for diagnostic in ledger.diagnostics { digester.add(diagnostic.description) }
    return digester.digest()
  }

  /// Of the fields of some cases, by their places in the ledger.
  private static func sum(of places: some Sequence<Int>, _ spans: CaseSpans) -> Digest {
    places.reduce(into: DigestSum()) { $0.add(spans.own[$1]) }.digest
  }

  /// Of some keys of a dimension, with what they are called: one more that is not among them changes nothing.
  private static func names(of dimension: Dimension, in edition: Edition, where isIncluded: (String) -> Bool) -> Digest
  {
    var digester = Digester()
    for key in edition.findings.keys(of: dimension).sorted() where isIncluded(key) {
      digester.add(key)
      digester.add(edition.findings.label(of: key, in: dimension))
    }
    return digester.digest()
  }

  /// Of some keys of a dimension, of which it need not have any, with where they stand on lists and what they are called.
  private static func anchors(of keys: [String], in dimension: Dimension, of edition: Edition) -> Digest {
    var digester = Digester()
    for key in keys {
      digester.add(key)
      digester.add(edition.anchor(of: key, in: dimension))
      digester.add(edition.findings.label(of: key, in: dimension))
    }
    return digester.digest()
  }

  // MARK: Lists

  /// Of a list that tells of a span of days.
  ///
  /// Every case that it may show is among those that are added up: what is not there any more changes the sum as well.
  func list(_ subject: ListSubject, of figures: PeriodFigures, isSplit: Bool) -> Digest {
    var digester = Digester()
    if isSplit, let sum = split(subject, in: figures) {
      digester.add(sum.digest)
      digester.add(facts.words)
    } else {
      digester.add(cases(subject, in: figures).digest)
    }
    digester.add(figures.days.lowerBound.number)
    digester.add(figures.days.upperBound.number)
    digester.add(isSplit ? 1 : 0)
    // What was closed is held against what was left.
    digester.add(subject == .closed ? figures.openEnd : 0)
    // A problem may have been shown before by a case of another time.
    if subject == .valid { digester.add(counted.problems.of(figures.days).digest) }
    if subject == .split(.product) { digester.add(products) }
    if subject == .steps(.department) { digester.add(departments) }
    return list(digester.digest())
  }

  private func cases(_ subject: ListSubject, in figures: PeriodFigures) -> DigestSum {
    let days = figures.days
    switch subject {
    case .received, .completed, .remainder, .split, .valid, .defects, .repeats: return counted.received.of(days)
    case .closed, .onTime, .cost, .costKinds, .satisfaction, .responsibility, .steps, .deductions:
      return counted.closed.of(days)
    case .open, .openSince, .openReasons, .openDepartments: return counted.open(at: days.upperBound)
    case .responded: return counted.responded.of(days)
    case .reopened, .informed, .contained: return spans.telling(of: figures.period.days)
    // A limit may fall due when nothing happens any more.
    case .promises: return counted.received.through(days.upperBound)
    }
  }

  /// Of a list whose rows stand elsewhere: it shows numbers alone, which are made of the facts of its cases. `nil` where it
  /// may show more.
  private func split(_ subject: ListSubject, in figures: PeriodFigures) -> DigestSum? {
    switch subject {
    case .received, .valid: counted.receivedFacts.of(figures.days)
    case .closed, .onTime, .cost, .costKinds, .satisfaction, .steps: counted.closedFacts.of(figures.days)
    default: nil
    }
  }

  /// Of a list that shows numbers alone of the cases received in a span of days, which are made of their facts.
  func list(ofFactsReceivedIn days: ClosedRange<Day>) -> Digest {
    var digester = Digester()
    digester.add(counted.receivedFacts.of(days).digest)
    digester.add(facts.words)
    return list(digester.digest())
  }

  /// Of a list of some cases, by their places in the ledger.
  func list(of places: some Sequence<Int>) -> Digest { list(spans.of(places).digest) }

  private func list(_ cases: Digest) -> Digest {
    var digester = Digester()
    digester.add(lists)
    digester.add(cases)
    return digester.digest()
  }

  // MARK: Other pages

  /// Of a part of data/metrics.json: the facts of all cases, their words on its dimension with what these are called, and
  /// what is no case. The masks of its texts know the products of all cases, of those that do not count by their fields.
  func metrics(_ part: MetricsPart, in edition: Edition) -> Digest {
    var digester = Digester()
    digester.add(lists)
    digester.add(uncounted)
    if let dimension = part.dimension {
      digester.add(facts.split(by: dimension))
      digester.add(Self.names(of: dimension, in: edition) { _ in true })
    } else {
      digester.add(facts.words)
      digester.add(facts.all)
    }
    digester.add(String(describing: part))
    return digester.digest()
  }

  /// Of a month of the ledger table.
  ///
  /// - Parameters:
  ///   - cases: Of the list of its cases.
  ///   - counts: Of all months, which each of them names.
  func table(of cases: Digest, counts: [(month: Period, count: Int)]) -> Digest {
    var digester = Digester()
    digester.add(cases)
    digester.add(commit)
    for (month, count) in counts {
      digester.add(month.first.number)
      digester.add(count)
    }
    return digester.digest()
  }

  /// Of the report of a month: the cases of which it and the periods that it is held against tell.
  ///
  /// - Parameters:
  ///   - former: The spans that it is held against.
  ///   - promised: The places of the cases of which a limit fell due in it or before.
  ///   - judged: Of what is said of the month in the light of all others.
  func month(_ period: Period, former: [ClosedRange<Day>], promised: some Sequence<Int>, judged: Digest) -> Digest {
    var digester = Digester()
    digester.add(reports)
    for days in [period.previous.first...period.last] + former { digester.add(spans.telling(of: days).digest) }
    digester.add(counted.problems.of(period.days).digest)
    digester.add(spans.of(promised).digest)
    digester.add(judged)
    return digester.digest()
  }

  /// Of the report of a year: its figures and limits are made of the facts of all cases; of those that do not count it names
  /// some.
  var years: Digest {
    var digester = Digester()
    digester.add(reports)
    digester.add(uncounted)
    digester.add(facts.words)
    digester.add(facts.all)
    return digester.digest()
  }

  /// Of the overview: its figures are made of the facts of all cases, and it names some.
  ///
  /// - Parameters:
  ///   - named: The places of the cases that it names, each once.
  ///   - judged: Of what is said of the last complete month in the light of all others.
  func overview(naming named: some Sequence<Int>, judged: Digest) -> Digest {
    var digester = Digester()
    digester.add(reports)
    digester.add(problems)
    digester.add(uncounted)
    digester.add(facts.words)
    digester.add(facts.all)
    digester.add(spans.of(named).digest)
    digester.add(judged)
    return digester.digest()
  }

  /// Of the state of the ledger: what is noted and left out, and the figures of all cases, which are made of facts, with the
  /// words of the dimensions that it splits them by or looks for.
  ///
  /// - Parameters:
  ///   - named: The places of the cases that it names, each once.
  ///   - keys: Under which something is noted, of each dimension; some of no case that counts.
  func state(naming named: some Sequence<Int>, under keys: [(Dimension, [String])], in edition: Edition) -> Digest {
    var digester = Digester()
    digester.add(reports)
    digester.add(problems)
    digester.add(uncounted)
    for dimension in [Dimension.owner, .channel, .department] { digester.add(facts.split(by: dimension)) }
    digester.add(spans.of(named).digest)
    for (dimension, keys) in keys { digester.add(Self.anchors(of: keys, in: dimension, of: edition)) }
    return digester.digest()
  }

  /// Of a page that tells of files by their paths, without their cases.
  ///
  /// - Parameter texts: All that it shows.
  func texts(_ texts: some Sequence<String>) -> Digest {
    var digester = Digester()
    digester.add(reports)
    for text in texts { digester.add(text) }
    return digester.digest()
  }
}
