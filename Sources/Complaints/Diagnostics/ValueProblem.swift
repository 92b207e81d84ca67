/// What is wrong with a value of a field. A value is `nil` where the field is personal: it is not named.
package enum ValueProblem: ProblemFacts {
  /// How a value is written: one text, a list, keys with values.
  package enum Shape: String, Sendable {
    case text = "a single value"
    case list = "a list"
    case map = "keys and values"
    case mapOrText = "keys and values, or a single value"
  }

  case missing(FieldName)
  case unknownWord(Quoted, FieldName, nearest: String?, known: [String])
  /// A word that two terms share.
  case ambiguousWord(Quoted, FieldName, choices: [String])
  case invisible(UInt32, FieldName)
  case shape(FieldName, expected: Shape, found: Shape)
  case unknownKey(Quoted?, within: String?, nearest: String?)
  case date(FieldName, DateFault, Quoted?)
  case number(FieldName, NumberFault, Quoted?)
  case rounded(FieldName, Quoted)
  /// The amounts of all cases together are more than can be added up exactly; this is the largest of them.
  case sum(FieldName)
  case yesNo(FieldName, Quoted?)
  case id(FieldName, IDFault, Quoted?)
  case sameID(Quoted, path: String)
  /// The id is the name of another case's 8D page.
  case pageOfOther(Quoted, id: Quoted)
  case path(FieldName, PathFault, Quoted)
  case missingFile(FieldName, Quoted)
  case unknownProcess(FieldName, Quoted, nearest: String?)

  package var code: String {
    switch self {
    case .missing: "value.missing"
    case .unknownWord: "value.unknown"
    case .ambiguousWord: "value.ambiguous"
    case .invisible: "value.invisible"
    case .shape: "value.shape"
    case .unknownKey: "key.unknown"
    case .date: "date.invalid"
    case .number(_, .currency, _): "money.currency"
    case .number: "number.invalid"
    case .rounded: "money.rounded"
    case .sum: "number.sum"
    case .yesNo: "yesno.invalid"
    case .id: "id.invalid"
    case .sameID: "id.duplicate"
    case .pageOfOther: "id.reserved"
    case .path: "attachment.unsafe"
    case .missingFile: "attachment.missing"
    case .unknownProcess: "process.unknown"
    }
  }

  package var severity: Severity {
    switch self {
    case .unknownKey, .rounded, .missingFile: .warning
    default: .error
    }
  }

  package var message: String {
    switch self {
    case .missing(let field): "\(field) is missing; write '\(field.lastKey): …'"
    case .unknownWord(let word, let field, let nearest, let known):
      "unknown \(field.path) \(word); \(proposal(nearest, else: Self.oneOf(known)))"
    case .ambiguousWord(let word, let field, let choices):
      "\(field.path) \(word) could mean several; write \(Self.list(choices, "or"))"
    case .invisible(let scalar, let field):
      "\(field) holds the invisible character U+\(hexadecimal(scalar, 4)); type the value anew"
    case .shape(let field, let expected, let found):
      "\(field) is \(found.rawValue); it takes \(expected.rawValue)"
    case .unknownKey(let key, let within, let nearest): Self.unknownKey(key, within, nearest)
    case .date(let field, let fault, let text): "\(field): \(fault.message(Self.shown(text)))"
    case .number(let field, let fault, let text): "\(field): \(fault.message(Self.shown(text)))"
    case .rounded(let field, let amount): "\(field) has more than two decimals; it is read as \(amount)"
    case .sum(let field):
      "\(field): all cases together have more than can be added up exactly; check the amounts, this is the largest"
    case .yesNo(let field, let text): "\(field): \(Self.shown(text)) is neither yes nor no; write yes or no (是 or 否)"
    case .id(let field, let fault, let text): "\(field): \(fault.message(Self.shown(text)))"
    case .sameID(let id, let path): "the id \(id) is also that of \(path); give one of them another"
    case .pageOfOther(let id, let other):
      "the id \(id) is the name of the 8D page of \(other); give the case another"
    case .path(let field, let fault, let text): "\(field): \(fault.message("\(text)"))"
    case .missingFile(let field, let text):
      "\(field): there is no file \(text) below attachments/; add it, or correct the name"
    case .unknownProcess(let field, let text, let nearest):
      "\(field): no process has the id \(text); \(proposal(nearest, else: "add it to processes/"))"
    }
  }

  private static func shown(_ text: Quoted?) -> String { text.map { "\($0)" } ?? "the value" }

  private static func unknownKey(_ key: Quoted?, _ within: String?, _ nearest: String?) -> String {
    if let key, key.text.contains("：") {
      return
        "unknown key \(key)\(within.map { " in \($0)" } ?? ""); write ':' and a blank in place of the full-width '：'"
    }
    let key = key.map { " \($0)" } ?? ""
    let place = within.map { " in \($0)" } ?? ""
    return "unknown key\(key)\(place); \(proposal(nearest, else: "it counts in no figure and no rule"))"
  }

  private static func oneOf(_ words: [String]) -> String {
    words.isEmpty ? "no value is known here" : "write \(list(Array(words.prefix(12)), "or"))"
  }

  /// `a, b or c`
  private static func list(_ words: [String], _ last: String) -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) \(last) \(end)"
  }
}

extension FieldName {
  /// `type` of `customer.type`
  fileprivate var lastKey: String { path.split(separator: ".").last.map(String.init) ?? path }
}
