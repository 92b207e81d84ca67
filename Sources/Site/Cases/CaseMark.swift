import Complaints
import Findings
import Hypertext

/// How a case stands at as-of, as every list shows it: a mark, a word, and the look of its row.
struct CaseMark: Hashable, Sendable {
  let symbol: MarkSymbol
  /// Such as «超期 5 日».
  let word: String
  /// `cl` for finished cases, `ov` for overdue ones; empty for the rest.
  let rowClass: String

  var markup: Markup { Markup.mark(symbol, word) }
}

/// The marks of the sprite; their shapes differ without colour.
enum MarkSymbol: String, Sendable {
  case over, open, near, done, late, pause, void, worse, better
}

extension Markup {
  /// A mark of the sprite with its word; the word says all, so the mark is hidden from those who listen.
  static func mark(_ symbol: MarkSymbol, _ word: String, href: String? = nil) -> Markup {
    var markup = Markup()
    markup.mark(symbol, word, href: href)
    return markup
  }

  /// The mark alone, where the word stands elsewhere in the row.
  static func sign(_ symbol: MarkSymbol) -> Markup {
    var markup = Markup()
    markup.sign(symbol)
    return markup
  }

  /// Appends a mark with its word.
  mutating func mark(_ symbol: MarkSymbol, _ word: String, href: String? = nil) {
    element("span", attributes: { $0.set("class", parts: "st st-", symbol.rawValue) }) { span in
      span.sign(symbol)
      if let href { span.append(.link(word, href: href)) } else { span.text(word) }
    }
  }

  /// Appends a mark alone.
  mutating func sign(_ symbol: MarkSymbol) {
    func attributes(_ tag: inout OpenTag) {
      tag.set("class", literal: "mk")
      tag.set("aria-hidden", literal: "true")
    }
    element("svg", attributes: attributes) { svg in
      svg.shape("use") { $0.set("href", parts: "#m-", symbol.rawValue) }
    }
  }
}

extension Edition {
  /// The mark of a counted case.
  func caseMark(_ number: Int) -> CaseMark {
    let standing = findings.cases[number].standing
    if let closed = standing.closed {
      guard standing.isOnTime == false, let due = standing.due else {
        return CaseMark(symbol: .done, word: strings(CaseMarkPhrase.done), rowClass: "cl")
      }
      let days = closed.day.number - due.day.number
      let word = days > 0 ? strings(CaseMarkPhrase.late, ["n": numbers.count(days)]) : strings(CaseMarkPhrase.lateToday)
      return CaseMark(symbol: .late, word: word, rowClass: "cl")
    }
    switch findings.openState(of: number) {
    case .late: return CaseMark(symbol: .over, word: overdueWord(standing.due), rowClass: "ov")
    case .near: return CaseMark(symbol: .near, word: strings(CaseMarkPhrase.near), rowClass: "")
    case .paused: return CaseMark(symbol: .pause, word: strings(CaseMarkPhrase.paused), rowClass: "")
    case .open, nil: return CaseMark(symbol: .open, word: strings(CaseMarkPhrase.open), rowClass: "")
    }
  }

  /// The mark of a file that a rule keeps out of every figure; what is no complaint says what it is.
  func caseMark(excluded reason: Exclusion, kind: Complaint.Kind) -> CaseMark {
    let word =
      switch reason {
      case .void: strings(CaseMarkPhrase.void)
      case .appeal: strings(CaseMarkPhrase.appeal)
      case .notComplaint: label(of: kind.rawValue, in: "kind")
      case .afterAsOf: strings(CaseMarkPhrase.notCounted)
      }
    return CaseMark(symbol: .void, word: word, rowClass: "cl")
  }

  /// «超期 5 日»: whole days since the day it was due; below one, in words.
  private func overdueWord(_ due: Moment?) -> String {
    let days = due.map { asOf.number - $0.day.number } ?? 0
    return days > 0 ? strings(CaseMarkPhrase.overdue, ["n": numbers.count(days)]) : strings(CaseMarkPhrase.overdueToday)
  }
}

/// The words of a case's state.
enum CaseMarkPhrase: String, Phrase {
  case overdue = "case_mark.overdue"
  case overdueToday = "case_mark.overdue_today"
  case overdueState = "case_mark.overdue_state"
  case open = "case_mark.open"
  case near = "case_mark.near"
  case paused = "case_mark.paused"
  case done = "case_mark.done"
  case late = "case_mark.late"
  case lateToday = "case_mark.late_today"
  case void = "case_mark.void"
  case appeal = "case_mark.appeal"
  case notCounted = "case_mark.not_counted"
}
