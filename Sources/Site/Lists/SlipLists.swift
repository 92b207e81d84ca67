import Complaints
import Findings
import Hypertext

/// The lists of the slips to issue as of the day: each slip a row, under the case that it is about.
struct SlipLists: Sendable {
  let edition: Edition

  private var strings: Strings { edition.strings }
  private var numbers: Numbers { edition.numbers }

  /// A slip as its row tells it.
  private struct Slip: Sendable {
    let place: Int
    /// Whom it goes to, and what else its row says.
    let cells: [String]
  }

  /// Those that there are slips for.
  var all: [CaseList] { [expedites, inquiries].compactMap(\.self) }

  /// Which cases have such a slip is told without writing it.
  private var expedites: CaseList? {
    let cases = edition.slipCases
    return list(
      .expeditingSlips, .expedites, of: cases.expedited, isLong: cases.expedites > CaseList.most,
      [(.recipient, false), (.due, false), (.daysLate, true)]
    ) {
      edition.expedites.map { slip in
        let late = edition.asOf.number - slip.due.moment.end.day.number
        return Slip(
          place: slip.place,
          cells: [recipient(slip.department, of: slip.place), numbers.due(slip.due.moment), numbers.count(late)])
      }
    }
  }

  private var inquiries: CaseList? {
    let cases = edition.slipCases
    return list(
      .inquirySlips, .inquiries, of: cases.inquired, isLong: cases.inquiries > CaseList.most,
      [(.recipient, false), (.closed, false), (.overrun, false)]
    ) {
      edition.inquiries.map { slip in
        let names = slip.overruns.map(\.rule.name).joined(separator: strings(CardPhrase.separator))
        return Slip(
          place: slip.place,
          cells: [recipient(slip.department, of: slip.place), numbers.moment(slip.closed), names])
      }
    }
  }

  /// `nil` without a slip.
  ///
  /// - Parameters:
  ///   - places: Of the cases that have one.
  ///   - isLong: Whether there are too many slips for one page.
  private func list(
    _ path: PagePath, _ name: ListPhrase, of places: [Int], isLong: Bool,
    _ heads: [(phrase: ListPhrase, isNumber: Bool)], _ slips: @escaping @Sendable () -> [Slip]
  ) -> CaseList? {
    guard !places.isEmpty else { return nil }
    let stem = path.text.dropLast(".html".count)
    let cases = edition.ledger.cases
    let heading = strings(name, ["day": edition.asOf.description])
    return CaseList(
      path: path, heading: heading, origin: (strings(FramePhrase.overview), .overview), isSplit: isLong,
      part: { PagePath("\(stem)-\($0).html") }, content: { content(heads, slips()) },
      months: { Set(places.map { Period(.month, containing: cases[$0].complaint.received.day) }).sorted() },
      inputs: nil)
  }

  private func content(_ heads: [(phrase: ListPhrase, isNumber: Bool)], _ slips: [Slip]) -> ListContent {
    let columns = heads.enumerated().map { index, head in
      ListColumn(label: strings(head.phrase), isNumber: head.isNumber) { slips[$0.note].cells[index] }
    }
    let figures = [
      ListFigure(name: strings(ListPhrase.slips), text: numbers.count(slips.count), reckoning: .rows),
      ListFigure(name: strings(ListPhrase.cases), text: numbers.count(distinct(slips.map(\.place))), reckoning: .count),
    ]
    let members = slips.indices.map { ListMember(number: slips[$0].place, note: $0) }
    let ledger = edition.ledger
    return ListContent(
      lead: .written, columns: columns, root: ListSection(anchor: "all", label: "", figures: figures, members: members),
      leads: leads(of: slips.map(\.place))
    ) { ledger.cases[$0].complaint.received.day }
  }

  /// The number of each case that has a slip, with the way to its card, at its place; appeals have slips too, and stand
  /// among no cases that count.
  private func leads(of places: [Int]) -> [Markup] {
    var leads = [Markup](repeating: Markup(), count: (places.max() ?? -1) + 1)
    for place in places where leads[place].isEmpty {
      let id = edition.ledger.cases[place].complaint.id
      leads[place].element("th") {
        $0.append(.link(id, href: edition.cards[id].map { PagePath.expeditingSlips.href(to: $0) }))
      }
    }
    return leads
  }

  /// The department, else the owner; nothing of a case that the audience must not know.
  private func recipient(_ department: String?, of place: Int) -> String {
    let complaint = edition.ledger.cases[place].complaint
    guard edition.audience == .team || !complaint.isPrivate else { return strings(ReportPhrase.withheld) }
    if let department { return edition.label(of: department, in: "department") }
    return complaint.owner.map { edition.label(of: $0, in: "owner") } ?? ""
  }
}

extension PagePath {
  static let expeditingSlips = PagePath("lists/as-of/expediting-slips.html")
  static let inquirySlips = PagePath("lists/as-of/inquiry-slips.html")
}

extension Edition {
  /// Which cases there are slips about as of the day; inquiries only of those closed in its month.
  var slipCases: SlipCases {
    lists.slipCases.value { findings.slipCases(closedSince: Period(.month, containing: asOf).first) }
  }

  /// The expediting slips to issue as of the day.
  var expedites: [Expedite] { lists.expedites.value { findings.expedites(of: slipCases.expedited) } }

  /// The inquiries to issue as of the day.
  var inquiries: [Inquiry] { lists.inquiries.value { findings.inquiries(of: slipCases.inquired) } }

  /// How many of them there are, in a note; nothing for the public.
  var slipNote: Sentence? {
    guard audience != .public else { return nil }
    let (expedites, inquiries) = (slipCases.expedites, slipCases.inquiries)
    guard expedites + inquiries > 0 else { return Sentence(strings(BesidePhrase.slipsNone)) }
    func count(_ count: Int, _ path: PagePath) -> Sentence.Piece {
      .figure(Figure(numbers.count(count), count > 0 ? .list(path, place: nil) : .none(.nothing)))
    }
    return strings.sentence(
      BesidePhrase.slips,
      ["expedites": count(expedites, .expeditingSlips), "inquiries": count(inquiries, .inquirySlips)])
  }
}
