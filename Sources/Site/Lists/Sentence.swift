import Hypertext

/// A sentence some of whose numbers lead to the cases behind them.
struct Sentence: Hashable, Sendable {
  /// A stretch of it: words, or a number.
  enum Piece: Hashable, Sendable, ExpressibleByStringLiteral {
    case words(String)
    case figure(Figure)
    /// A sentence within.
    case sentence(Sentence)

    init(stringLiteral words: String) { self = .words(words) }
  }

  private var pieces: [Piece]

  init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  init(_ words: String) {
    pieces = [.words(words)]
  }

  /// As it reads, for titles and for those who listen.
  var text: String {
    pieces.map { piece in
      switch piece {
      case .words(let words): words
      case .figure(let figure): figure.text
      case .sentence(let sentence): sentence.text
      }
    }
    .joined()
  }

  /// With its links, from the page on which it stands.
  ///
  /// - Parameter isBold: Whether its numbers are to stand out.
  func markup(at page: PagePath, isBold: Bool = false) -> Markup {
    var markup = Markup()
    for piece in pieces {
      switch piece {
      case .words(let words): markup.text(words)
      case .figure(let figure) where isBold: markup.element("b") { $0.append(figure.markup(at: page)) }
      case .figure(let figure): markup.append(figure.markup(at: page))
      case .sentence(let sentence): markup.append(sentence.markup(at: page, isBold: isBold))
      }
    }
    return markup
  }
}

extension Strings {
  /// A phrase with its numbers still leading to their cases.
  func sentence(_ phrase: some Phrase, _ values: KeyValuePairs<String, Sentence.Piece> = [:]) -> Sentence {
    let text = self(phrase)
    var pieces: [Sentence.Piece] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      pieces.append(.words(String(rest[..<open])))
      if let word = NumberedWord(name) {
        pieces.append(.words(word(values.first { $0.key == word.number }.map { Sentence([$0.value]).text })))
      } else {
        pieces.append(values.first { $0.key == name }?.value ?? .words(String(rest[open...close])))
      }
      rest = rest[rest.index(after: close)...]
    }
    return Sentence(pieces + [.words(String(rest))])
  }
}
