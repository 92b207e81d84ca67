import Complaints

/// Single values: each is read as its field wants it, whatever the text looks like.
extension RecordReading {
  /// Writes down the value of a text; `false` if it cannot be read, which is reported.
  mutating func scalar(_ place: Int, _ type: FieldType) -> Bool {
    guard tape.isScalar(place) else {
      return refuse(.shape(name, expected: .text, found: tape.shape(place)), place)
    }
    let text = tape.text(place)
    switch type {
    case .text: writer.text(text)
    case .id, .caseLink: return id(text, place)
    case .moment: return moment(text, place)
    case .count, .score, .quantity, .percent: return number(text, type, place)
    case .quantityOr(let vocabulary):
      guard let word = context.words.number(of: text, in: vocabulary) else { return number(text, .quantity, place) }
      writer.word(word)
    case .money: return money(text, place)
    case .yesNo:
      guard let answer = readYesNo(tape.string(place)) else { return refuse(.yesNo(name, quoted(place)), place) }
      writer.yesNo(answer)
    case .code(let vocabulary): return word(text, vocabulary, place)
    case .processLink: return process(text, place)
    case .file: return file(text, place)
    case .map, .list, .oneOrMore: preconditionFailure("maps and lists are read by value")
    }
    return true
  }

  private mutating func refuse(_ problem: ValueProblem, _ place: Int) -> Bool {
    problems.report(.value(problem), at: tape.mark(place))
    return false
  }

  private mutating func id(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    do {
      try checkID(tape.string(place))
      writer.text(text)
      return true
    } catch {
      return refuse(.id(name, error, quoted(place)), place)
    }
  }

  private mutating func moment(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    do {
      writer.moment(try readMoment(text, zone: context.settings.zone))
      return true
    } catch {
      return refuse(.date(name, error, quoted(place)), place)
    }
  }

  private mutating func number(_ text: UnsafeBufferPointer<UInt8>, _ type: FieldType, _ place: Int) -> Bool {
    do throws(NumberFault) {
      switch type {
      case .score: writer.count(try readScore(text))
      case .quantity: writer.quantity(try readQuantity(text))
      case .percent: writer.percent(try readPercent(text))
      default: writer.count(try readCount(text))
      }
      return true
    } catch {
      return refuse(.number(name, error, quoted(place)), place)
    }
  }

  private mutating func money(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    do {
      let amount = try readMoney(text, currency: context.settings.currency)
      if amount.isRounded {
        problems.report(.value(.rounded(name, Quoted(written(amount.money)))), at: tape.mark(place))
      }
      writer.money(amount.money)
      return true
    } catch {
      return refuse(.number(name, error, quoted(place)), place)
    }
  }

  /// A word of a vocabulary; an open one takes any.
  private mutating func word(_ text: UnsafeBufferPointer<UInt8>, _ vocabulary: String, _ place: Int) -> Bool {
    if !isCommon(text), let scalar = firstInvisible(tape.string(place)) {
      return refuse(.invisible(scalar, name), place)
    }
    if let word = context.words.number(of: text, in: vocabulary) {
      writer.word(word)
      return true
    }
    let vocabulary = context.settings.vocabularies[vocabulary]
    if vocabulary.isOpen {
      writer.code(text)
      return true
    }
    problems.report(unknown(tape.string(place), vocabulary, name), at: tape.mark(place))
    return false
  }

  private mutating func process(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let id = tape.string(place)
    if let processes = context.processes, !processes.contains(id) {
      let near = nearest(to: id, among: processes)
      return refuse(.unknownProcess(name, Quoted(id), nearest: near), place)
    }
    writer.text(text)
    return true
  }

  private mutating func file(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    let written = tape.string(place)
    do throws(PathFault) {
      try checkPath(written)
      let path = plainPath(written)
      if !context.attachments.contains(path) {
        if context.attachments.leadsOut(path) { throw .outside }
        problems.report(.value(.missingFile(name, Quoted(written))), at: tape.mark(place))
      }
      withBytes(of: path) { writer.text($0) }
      return true
    } catch {
      return refuse(.path(name, error, Quoted(written)), place)
    }
  }
}

/// The problem of a word that a vocabulary does not understand.
func unknown(_ text: String, _ vocabulary: Vocabulary, _ field: FieldName) -> Problem {
  let choices = vocabulary.terms.filter { $0.isCalled(text) }.map(\.code)
  if choices.count > 1 { return .value(.ambiguousWord(Quoted(text), field, choices: choices)) }
  let near = nearest(to: text, among: vocabulary.names)
  // Who writes Chinese is told the Chinese words, where one word is enough.
  let isChinese = text.unicodeScalars.contains { !$0.isASCII }
  let known = vocabulary.terms.map { term in
    isChinese ? term.chinese.flatMap { vocabulary.code(for: $0) == term.code ? $0 : nil } ?? term.code : term.code
  }
  return .value(.unknownWord(Quoted(text), field, nearest: near, known: known))
}

extension Term {
  /// Whether people may mean this term by a text that others share.
  fileprivate func isCalled(_ text: String) -> Bool {
    lastPart == text || chinese == text || english == text || aliases.contains(text)
  }
}

/// An amount as a message shows it: 1234.50
func written(_ money: Money) -> String {
  let cents = money.cents % 100
  return "\(money.cents / 100).\(cents < 10 ? "0" : "")\(cents)"
}
