import Charts
import Complaints
import Hypertext

/// All that is the same on every card: how fields are shown, what stands between values, the words of vocabularies.
///
/// A class because every part of a card holds it.
final class CardLooks: Sendable {
  let pieces: Pieces
  /// That of case files.
  let schema: SchemaLook
  /// The label of the rate that is computed from a product's figures.
  let ratioDefective: LabelLook
  /// The head of the column with the sizes of files.
  let fileSize: LabelLook
  let ends: ValueEnds
  let separator, comma, bracketOpen, bracketClose: Piece
  /// Of all schemas, those of each side by side in its order.
  private let fields: [FieldLook]
  /// Their labels, which stand apart so that a field is a few bytes.
  private let labels: [LabelLook]
  private let keys: [String]
  /// Of the sections of the fields of case files.
  private let sections: [SectionLook]
  /// Their names in the site's language, and the vocabularies of those that hold words.
  private let names: [String]
  private let vocabularies: [String?]
  private let words: [WordLook]
  /// Number and name of each of the eight disciplines, D0 to D8.
  let disciplines: [(number: Piece, name: Piece)]
  /// The words of the timeline, and what stands around it.
  let timeline: TimelineWords
  let stepsMethod, stepsRows, timelineData: String

  /// - Parameter today: As-of, as a timeline has it.
  init(_ strings: Strings, words: WordLabels, today: String) {
    timeline = TimelineWords(strings, today: today)
    stepsMethod = strings(CardPhrase.stepsMethod)
    stepsRows = strings(CardPhrase.stepsRows)
    timelineData = strings(CardPhrase.timelineData)
    var making = PieceMaking()
    func piece(_ phrase: CardPhrase) -> Piece { making.piece(text: strings(phrase)) }
    (separator, comma) = (piece(.separator), piece(.comma))
    (bracketOpen, bracketClose) = (piece(.bracketOpen), piece(.bracketClose))
    ratioDefective = making.label(strings(CardPhrase.ratioDefective))
    fileSize = making.label(strings(CardPhrase.fileSize))
    ends = making.valueEnds()
    disciplines = CardPhrase.disciplines.enumerated().map { number, phrase in
      (making.piece(text: "D\(number)"), making.piece(text: strings(phrase)))
    }
    self.words = words.all.map { WordLook($0, in: &making) }
    var list = FieldList(language: strings.language)
    schema = list.add(CaseSchema.schema, to: &making)
    (fields, labels) = (list.looks, list.labels)
    (names, vocabularies) = (list.fields.map(\.name), list.fields.map(\.vocabulary))
    keys = list.fields.map(\.key)
    sections = list.fields[schema.start...].map { making.section($0.key, $0.name) }
    pieces = Pieces(making)
  }

  /// A field of a schema, by its index there.
  func field(_ index: Int, of schema: SchemaLook) -> FieldLook {
    precondition(index < schema.count, "the schema has the field")
    return fields[schema.start + index]
  }

  func label(of look: FieldLook) -> LabelLook { labels[look.number] }
  func key(of look: FieldLook) -> String { keys[look.number] }
  /// The section of a field of case files.
  func section(of field: Int) -> SectionLook { sections[field] }
  func name(of look: FieldLook) -> String { names[look.number] }
  /// `nil` where the field does not hold words.
  func vocabulary(of look: FieldLook) -> String? { vocabularies[look.number] }

  /// A word of the edition's table.
  func word(_ number: Int) -> WordLook { words[number] }
}

/// A word of a vocabulary as a card shows it.
struct WordLook {
  let label: Piece
  /// Whether people may add words to its vocabulary as they write.
  let isOpen: Bool
  /// Whether nothing in it had to be escaped.
  let isPlain: Bool

  init(_ word: WordLabels.Word, in making: inout PieceMaking) {
    label = making.piece(text: word.label)
    isOpen = word.isOpen
    isPlain = Markup(text: word.label).string == word.label
  }
}

/// The fields of all schemas in the making.
private struct FieldList {
  let language: Language
  var looks: [FieldLook] = []
  var labels: [LabelLook] = []
  var fields: [(key: String, name: String, vocabulary: String?)] = []

  init(language: Language) {
    self.language = language
  }

  /// Adds the fields of a schema, behind those of the schemas inside it.
  mutating func add(_ schema: Schema, to making: inout PieceMaking) -> SchemaLook {
    let inner = schema.fields.map { field in field.type.inner.map { add($0, to: &making) } }
    let start = looks.count
    for (field, inner) in zip(schema.fields, inner) {
      let name = language == .chinese ? field.label : field.englishLabel
      looks.append(FieldLook(field, number: looks.count, inner: inner))
      labels.append(making.label(name))
      fields.append((field.key, name, field.type.element.vocabulary))
    }
    return SchemaLook(
      start: start, count: schema.fields.count, shorthand: schema.shorthand, isProduct: schema === CaseSchema.product)
  }
}

extension FieldType {
  /// Of which its words are; `nil` of what holds none.
  fileprivate var vocabulary: String? {
    switch self {
    case .code(let vocabulary), .quantityOr(let vocabulary): vocabulary
    default: nil
    }
  }
}
