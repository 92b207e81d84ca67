/// What a field may hold; the value's type comes from here, never from what the text looks like.
package enum FieldType: Sendable {
  case text
  /// The id of a case: safe as a file name.
  case id
  /// A day, or a day with a time.
  case moment
  /// A whole number, not negative.
  case count
  /// A whole number or decimal, not negative (kilograms, metres, pieces).
  case quantity
  /// A quantity, or one word of a vocabulary in its place.
  case quantityOr(vocabulary: String)
  /// An amount in the site's currency.
  case money
  /// A percentage, exact to 0.01.
  case percent
  /// A whole number from 1 to 5.
  case score
  case yesNo
  /// A word of the vocabulary of that name.
  case code(vocabulary: String)
  /// The id of another case.
  case caseLink
  /// The id of a process.
  case processLink
  /// A path below attachments/.
  case file
  /// A map of fields, or a lone value that stands for its `shorthand` field.
  case map(Schema)
  indirect case list(FieldType)
  /// One item, or a list of them.
  indirect case oneOrMore(FieldType)
}
