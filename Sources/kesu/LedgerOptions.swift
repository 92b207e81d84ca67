import ArgumentParser
import Complaints
import Glibc

/// What every command that reads a ledger takes.
struct LedgerOptions: ParsableArguments {
  @Option(help: "The ledger's folder.")
  var content = "content"

  @Option(help: "The folder of templates, strings and assets.")
  var templates = "site-templates"

  @Option(help: "The day at whose end the figures stand, such as 2026-10-31.", transform: day)
  var asOf: Day?

  /// A day as options take it.
  static func day(_ text: String) throws -> Day {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let dayOfMonth = Int(parts[2]),
      let day = Day(year: year, month: month, day: dayOfMonth), (1990...2099).contains(year)
    else { throw ValidationError("'\(text)' is not a day; write it like 2026-10-31") }
    return day
  }

  /// The as-of day: as given, else SOURCE_DATE_EPOCH, else site.yaml's, else today. The only place where the clock is read.
  func resolvedAsOf(_ settings: Settings) throws -> Day {
    if let asOf { return asOf }
    if let text = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !text.isEmpty {
      guard let epoch = Int(text), (0...4_102_444_799).contains(epoch) else {
        throw ValidationError("SOURCE_DATE_EPOCH is '\(text)'; it must be whole seconds since 1970")
      }
      return Moment(utc: epoch, zone: settings.zone).day
    }
    return settings.asOf ?? Moment(utc: time(nil), zone: settings.zone).day
  }
}
