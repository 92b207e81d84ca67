import Complaints
import Testing

@testable import Site

/// English has a word for one and a word for all others; a decimal is never one («1.0 days»).
@Suite struct NumberedWordTests {
  private static let strings = Strings(
    language: .english,
    texts: [
      ("beside.inquiries", "{n} {n:inquiry|inquiries}"),
      ("card.lead_closed", "Closed {closed} after {days} {days:day|days}."),
    ])

  @Test(arguments: [("1", "1 inquiry"), ("2", "2 inquiries"), ("0", "0 inquiries"), ("1.0", "1.0 inquiries")])
  func theWordFollowsItsNumber(number: String, reads: String) {
    #expect(Self.strings(BesidePhrase.inquiries, ["n": number]) == reads)
    #expect(Self.strings.sentence(BesidePhrase.inquiries, ["n": .words(number)]).text == reads)
  }

  @Test func aNameWithoutTwoWordsIsAPlainName() {
    #expect(NumberedWord("n") == nil)
    #expect(NumberedWord("n:case") == nil)
    #expect(NumberedWord("n:case|cases")?("1") == "case")
  }
}
