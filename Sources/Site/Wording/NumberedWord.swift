/// A word that depends on a number, as English has them: `{n:case|cases}` is the first for 1, the second for all others.
struct NumberedWord: Hashable, Sendable {
  /// The name of the number's value.
  let number: String
  private let one: String
  private let other: String

  /// `nil` where what stands between the braces is a plain name.
  init?(_ place: some StringProtocol) {
    let parts = place.split(separator: ":", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    let words = parts[1].split(separator: "|", omittingEmptySubsequences: false)
    guard words.count == 2 else { return nil }
    (number, one, other) = (String(parts[0]), String(words[0]), String(words[1]))
  }

  /// - Parameter number: As it is printed: «1», but «1.0 days».
  func callAsFunction(_ number: String?) -> String { number == "1" ? one : other }
}
