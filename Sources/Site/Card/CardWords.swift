import Hypertext

/// What every card says between its values, escaped once.
struct CardWords: Sendable {
  let separator, comma, bracketOpen, bracketClose: Markup
  /// The label of the rate that is computed from a product's figures.
  let ratioDefective: Markup
  /// The head of the column with the sizes of files.
  let fileSize: Markup

  init(_ strings: Strings) {
    func markup(_ phrase: CardPhrase) -> Markup { Markup(text: strings(phrase)) }
    (separator, comma) = (markup(.separator), markup(.comma))
    (bracketOpen, bracketClose) = (markup(.bracketOpen), markup(.bracketClose))
    (ratioDefective, fileSize) = (markup(.ratioDefective), markup(.fileSize))
  }
}
