/// Words that the program itself says, as opposed to those that only templates use; the raw value is the key.
///
/// Each page keeps its own beside it.
package protocol Phrase: RawRepresentable<String>, CaseIterable, Sendable {}

/// All phrases of the program, so that a language that lacks one is found when a build begins.
enum Phrases {
  static var allKeys: [String] {
    [
      keys(FramePhrase.self),
      keys(UnitPhrase.self),
      keys(CaseMarkPhrase.self),
      keys(CardPhrase.self),
      keys(LedgerPhrase.self),
      keys(OverviewPhrase.self),
      keys(ReportPhrase.self),
      keys(FurtherPhrase.self),
      keys(MonthlyPhrase.self),
      keys(AnnualPhrase.self),
      keys(StatePhrase.self),
      keys(DefinitionPhrase.self),
      keys(GuidePhrase.self),
      keys(BesidePhrase.self),
      keys(ListPhrase.self),
    ].flatMap { $0 }
  }

  private static func keys<Kind: Phrase>(_: Kind.Type) -> [String] { Kind.allCases.map(\.rawValue) }
}
