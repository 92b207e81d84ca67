import Complaints
import Hypertext

/// How moments and periods read on a page.
extension Numbers {
  /// 2026-10-12, or 2026-10-12 09:30; seconds only where they are not zero.
  func moment(_ moment: Moment?) -> String {
    guard let moment else { return Self.missing }
    return moment.hasTime ? moment.text(separator: " ", secondsIfZero: false) : moment.day.description
  }

  /// A due time; one that ends with its day reads as the day alone.
  func due(_ moment: Moment) -> String {
    moment.secondOfDay == 86_399 ? moment.day.description : self.moment(moment)
  }

  /// 10-12: for tables whose year is clear.
  func shortDay(_ day: Day) -> String { day.monthAndDay }

  /// 2026 年 10 月; October 2026.
  func period(_ period: Period) -> String {
    let (year, month, day) = period.first.parts
    switch period.kind {
    case .day: return strings(UnitPhrase.day, ["y": "\(year)", "m": monthName(month), "d": "\(day)"])
    case .week:
      let parts = period.description.split(separator: "-W")
      return strings(UnitPhrase.week, ["y": String(parts[0]), "w": String(Int(parts[1]) ?? 0)])
    case .month: return strings(UnitPhrase.month, ["y": "\(year)", "m": monthName(month)])
    case .quarter: return strings(UnitPhrase.quarter, ["y": "\(year)", "q": "\((month - 1) / 3 + 1)"])
    case .year: return strings(UnitPhrase.year, ["y": "\(year)"])
    }
  }

  /// 10 月; Oct: a month whose year is clear.
  func monthOfYear(_ month: Int) -> String {
    strings(UnitPhrase.monthOfYear, ["m": monthName(month)])
  }

  private func monthName(_ month: Int) -> String { monthNames[month - 1] }
}

extension Markup {
  /// Appends a moment as `Numbers.moment` reads.
  mutating func text(_ moment: Moment) { moment.read { text($0) } }
}
