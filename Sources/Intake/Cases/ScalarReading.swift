import Complaints

/// Single values: each is read as its field wants it, whatever the text looks like.
extension RecordReading {
  /// The value of a text; `nil` if it cannot be read, which is reported.
  mutating func scalar(_ node: Node, _ type: FieldType, _ slot: Slot) -> Value? {
    guard case .scalar(let written, _) = node.content else {
      problems.report(.value(.shape(slot.name, expected: .text, found: node.shape)), at: node.mark)
      return nil
    }
    let text = trimmed(written)
    switch type {
    case .text: return .text(text)
    case .id, .caseLink: return id(text, node, slot)
    case .moment: return moment(text, node, slot)
    case .count, .score, .quantity, .percent: return number(text, type, node, slot)
    case .quantityOr(let vocabulary):
      if let code = context.settings.vocabularies[vocabulary].code(for: text) { return .code(code) }
      return number(text, .quantity, node, slot)
    case .money: return money(text, node, slot)
    case .yesNo:
      if let answer = readYesNo(text) { return .yesNo(answer) }
      problems.report(.value(.yesNo(slot.name, slot.quoted(text))), at: node.mark)
      return nil
    case .code(let vocabulary): return word(text, vocabulary, node, slot)
    case .processLink: return process(text, node, slot)
    case .file: return file(text, node, slot)
    case .map, .list, .oneOrMore: preconditionFailure("maps and lists are read by item")
    }
  }

  private mutating func id(_ text: String, _ node: Node, _ slot: Slot) -> Value? {
    do {
      try checkID(text)
      return .text(text)
    } catch {
      problems.report(.value(.id(slot.name, error, slot.quoted(text))), at: node.mark)
      return nil
    }
  }

  private mutating func moment(_ text: String, _ node: Node, _ slot: Slot) -> Value? {
    do {
      return .moment(try readMoment(text, zone: context.settings.zone))
    } catch {
      problems.report(.value(.date(slot.name, error, slot.quoted(text))), at: node.mark)
      return nil
    }
  }

  private mutating func number(_ text: String, _ type: FieldType, _ node: Node, _ slot: Slot) -> Value? {
    do throws(NumberFault) {
      switch type {
      case .score: return .count(try readScore(text))
      case .quantity: return .quantity(try readQuantity(text))
      case .percent: return .percent(try readPercent(text))
      default: return .count(try readCount(text))
      }
    } catch {
      problems.report(.value(.number(slot.name, error, slot.quoted(text))), at: node.mark)
      return nil
    }
  }

  private mutating func money(_ text: String, _ node: Node, _ slot: Slot) -> Value? {
    do {
      let amount = try readMoney(text, currency: context.settings.currency)
      if amount.isRounded {
        problems.report(.value(.rounded(slot.name, Quoted(written(amount.money)))), at: node.mark)
      }
      return .money(amount.money)
    } catch {
      problems.report(.value(.number(slot.name, error, slot.quoted(text))), at: node.mark)
      return nil
    }
  }

  /// A word of a vocabulary; an open one takes any.
  private mutating func word(_ text: String, _ name: String, _ node: Node, _ slot: Slot) -> Value? {
    if let scalar = firstInvisible(text) {
      problems.report(.value(.invisible(scalar, slot.name)), at: node.mark)
      return nil
    }
    let vocabulary = context.settings.vocabularies[name]
    if let code = vocabulary.code(for: text) { return .code(code) }
    if vocabulary.isOpen { return .code(text) }
    problems.report(unknown(text, vocabulary, slot.name), at: node.mark)
    return nil
  }

  private mutating func process(_ text: String, _ node: Node, _ slot: Slot) -> Value? {
    if let processes = context.processes, !processes.contains(text) {
      let near = nearest(to: text, among: processes)
      problems.report(.value(.unknownProcess(slot.name, Quoted(text), nearest: near)), at: node.mark)
      return nil
    }
    return .text(text)
  }

  private mutating func file(_ text: String, _ node: Node, _ slot: Slot) -> Value? {
    do throws(PathFault) {
      try checkPath(text)
      let path = plainPath(text)
      guard !context.attachments.contains(path) else { return .text(path) }
      if context.attachments.leadsOut(path) { throw .outside }
      problems.report(.value(.missingFile(slot.name, Quoted(text))), at: node.mark)
      return .text(path)
    } catch {
      problems.report(.value(.path(slot.name, error, Quoted(text))), at: node.mark)
      return nil
    }
  }
}

/// The problem of a word that a vocabulary does not understand.
func unknown(_ text: String, _ vocabulary: Vocabulary, _ field: FieldName) -> Problem {
  let choices = vocabulary.terms.filter { $0.isCalled(text) }.map(\.code)
  if choices.count > 1 { return .value(.ambiguousWord(Quoted(text), field, choices: choices)) }
  let near = nearest(to: text, among: vocabulary.names)
  return .value(.unknownWord(Quoted(text), field, nearest: near, known: vocabulary.terms.map(\.code)))
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
