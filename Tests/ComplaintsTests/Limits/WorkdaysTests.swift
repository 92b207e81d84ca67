import Complaints
import Foundation
import Testing

/// 200 deadlines that the Python package chinesecalendar 1.11.0 counted, with its days off and make-up days.
struct WorkdaysTests {
  private struct Deadlines: Decodable {
    let cases: [Deadline]
    struct Deadline: Decodable {
      let start, due: String
      let workingDays: Int
    }
  }

  private struct DaysOff: Decodable {
    let weekdayDaysOff, weekendMakeupWorkdays: [String]
  }

  @Test func workingDaysAgreeWithChineseCalendar() throws {
    let days = try read(DaysOff.self, "cn-calendar")
    let calendar = WorkCalendar(
      holidays: Set(days.weekdayDaysOff.map { day($0) }), workdays: Set(days.weekendMakeupWorkdays.map { day($0) }))
    let clock = LimitClock(calendar: calendar, zone: shanghai)
    let deadlines = try read(Deadlines.self, "workdays").cases
    #expect(deadlines.count == 200)
    for deadline in deadlines {
      let end = clock.end(of: limit("\(deadline.workingDays)wd"), from: moment(deadline.start))
      #expect(end?.dateTime == deadline.due, "\(deadline.workingDays)wd from \(deadline.start)")
    }
  }

  private func read<Content: Decodable>(_ type: Content.Type, _ name: String) throws -> Content {
    let url = try #require(Bundle.module.url(forResource: "Data/\(name)", withExtension: "json"))
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(type, from: Data(contentsOf: url))
  }
}
