import Complaints
import Findings
import Hypertext

/// The cells with which every list names a case: its number with the way to its card, the day it came, its title.
///
/// Made once for all lists, since a case stands on a dozen of them; all lists lie two folders deep, so the links agree.
struct ListRows {
  let edition: Edition
  private static let anywhere = PagePath("lists/month/list.html")

  init(_ edition: Edition) {
    self.edition = edition
  }

  /// Appends all of them.
  func named(_ number: Int, _ markup: inout Markup) {
    edition.lists.rows.lend(number, row) { markup.append($0) }
  }

  /// Appends the first of them alone.
  func numbered(_ number: Int, _ markup: inout Markup) {
    edition.lists.numbers.lend(number) { number in
      var markup = Markup(reserving: 80)
      self.number(edition.findings.complaint(number).id, &markup)
      return markup
    } _: {
      markup.append($0)
    }
  }

  private func number(_ id: String, _ markup: inout Markup) {
    markup.element("th") { $0.append(.link(id, href: edition.cards[id].map { Self.anywhere.href(to: $0) })) }
  }

  private func row(_ number: Int) -> Markup {
    let file = edition.findings.file(number)
    let complaint = file.complaint
    let isWithheld = complaint.isPrivate && edition.audience != .team
    var markup = Markup(reserving: 160)
    self.number(complaint.id, &markup)
    markup.element("td", text: complaint.received.day.description)
    markup.element("td") { cell in
      guard !isWithheld else { return cell.text(edition.strings(ReportPhrase.withheld)) }
      cell.text(Masking(for: file.record, audience: edition.audience)?.text(complaint.title) ?? complaint.title)
    }
    return markup
  }
}
