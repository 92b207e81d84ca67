/// A source as a tree, or what is wrong with it.
struct ParsedTemplate {
  let source: TemplateSource
  let nodes: [Node]
  let errors: [TemplateError]
}

/// How deep sections, blocks and parents may stand in each other in one file.
let nestingLimit = 100

/// Relates tags to each other, and takes lines away that hold nothing but a tag.
struct Parser {
  /// A tag that waits for its closing one.
  private struct Opened {
    let opening: TemplateError.Opening
    let tag: Tag
    /// What stands around it, up to it.
    var outer: [Node]
    /// How much of `outer` stands before the tag's own line; `nil` if something else stands before the tag on its line.
    let mark: Int?
    /// Where the content begins.
    let begin: Int
    var arguments: [ArgumentNode] = []

    /// As a closing tag names it.
    var name: String { tag.isDynamic ? "*" + tag.name : tag.name }
  }

  private let source: TemplateSource
  private var scanner: TagScanner
  private var errors: [TemplateError] = []
  private var opened: [Opened] = []
  private var nodes: [Node] = []
  private var cursor: Int

  static func parse(_ source: TemplateSource) -> ParsedTemplate {
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      return ParsedTemplate(source: source, nodes: [], errors: [source.error(at: source.start, .notUTF8)])
    }
    var parser = Parser(source)
    parser.run()
    // What was never closed still refers to other templates, and those references are checked too.
    let nodes = parser.opened.flatMap(\.outer) + parser.nodes
    return ParsedTemplate(source: source, nodes: nodes, errors: parser.errors)
  }

  private init(_ source: TemplateSource) {
    self.source = source
    scanner = TagScanner(source)
    cursor = source.start
  }

  private mutating func run() {
    while let tag = scanner.next() {
      take(tag)
      if opened.count > nestingLimit {
        errors.append(source.error(at: tag.range.lowerBound, .tooNested(limit: nestingLimit)))
        return
      }
    }
    text(upTo: source.bytes.count)
    errors += scanner.errors
    // Behind a tag without an end, closing tags may well be there, unread.
    if scanner.isBroken { return }
    errors += opened.map { source.error(at: $0.tag.range.lowerBound, .unclosed($0.opening, name: $0.name)) }
  }

  private mutating func take(_ tag: Tag) {
    let at = tag.range.lowerBound
    switch tag.kind {
    case .silent:
      step(over: tag)
    case .value:
      step(over: tag)
      nodes.append(.value(name: tag.name, at: at))
    case .partial:
      let indent = tag.isStandalone ? tag.lineBegin.map { Array(source.bytes[$0..<at]) } : nil
      step(over: tag)
      nodes.append(
        .call(CallNode(name: tag.name, isDynamic: tag.isDynamic, indent: indent, arguments: [], at: at)))
    case .section: open(.section, tag)
    case .inverted: open(.inverted, tag)
    case .parent: open(.parent, tag)
    case .block: open(.block, tag)
    case .closing: close(tag)
    }
  }

  // MARK: Text

  /// Adds the text since the last tag; each line that has anything in it begins with a mark.
  private mutating func text(upTo end: Int) {
    while cursor < end {
      let newline = source.bytes[cursor..<end].firstIndex(of: .lineFeed)
      let next = newline.map { $0 + 1 } ?? end
      let isBlank = next == source.lineEnding(after: cursor)?.upperBound && newline != nil
      if source.beginsLine(cursor), !isBlank { nodes.append(.lineStart) }
      nodes.append(.text(Array(source.bytes[cursor..<next])))
      cursor = next
    }
  }

  /// Adds the text before a tag that stays on its line, and goes behind the tag.
  private mutating func stepInline(over tag: Tag) {
    text(upTo: tag.range.lowerBound)
    if source.beginsLine(tag.range.lowerBound) { nodes.append(.lineStart) }
    cursor = tag.range.upperBound
  }

  /// Goes behind a tag; a standalone one takes its line with it.
  private mutating func step(over tag: Tag) {
    guard tag.isStandalone, let begin = tag.lineBegin, let ending = tag.lineEnding else {
      return stepInline(over: tag)
    }
    text(upTo: begin)
    cursor = ending.upperBound
  }

  // MARK: Pairs

  private mutating func open(_ opening: TemplateError.Opening, _ tag: Tag) {
    var mark: Int?
    let isArgument = opening == .block && opened.last?.opening == .parent
    if opening == .section || opening == .inverted {
      step(over: tag)
    } else if isArgument || tag.isStandalone && opening == .block {
      text(upTo: tag.lineBegin ?? tag.range.lowerBound)
      mark = nodes.count
      cursor = tag.lineEnding?.upperBound ?? tag.range.upperBound
    } else if let begin = tag.lineBegin {
      text(upTo: begin)
      mark = nodes.count
      stepInline(over: tag)
    } else {
      stepInline(over: tag)
    }
    opened.append(Opened(opening: opening, tag: tag, outer: nodes, mark: mark, begin: cursor))
    nodes = []
  }

  private mutating func close(_ tag: Tag) {
    let name = tag.isDynamic ? "*" + tag.name : tag.name
    guard let innermost = opened.last else {
      errors.append(source.error(at: tag.range.lowerBound, .strayClosing(name)))
      return step(over: tag)
    }
    if innermost.name != name {
      let problem = TemplateError.Problem.wrongClosing(found: name, expected: innermost.name)
      errors.append(source.error(at: tag.range.lowerBound, problem))
      // If it closes something further out, what is inside was left open; else it is a slip for the innermost.
      while opened.contains(where: { $0.name == name }), let inner = opened.last, inner.name != name {
        closeInnermost(with: tag)
      }
    }
    closeInnermost(with: tag)
  }

  private mutating func closeInnermost(with tag: Tag) {
    guard let pair = opened.popLast() else { return }
    switch pair.opening {
    case .section, .inverted:
      step(over: tag)
      let isInverted = pair.opening == .inverted
      let node = Node.section(name: pair.tag.name, isInverted: isInverted, body: nodes, at: pair.tag.range.lowerBound)
      nodes = pair.outer + [node]
    case .parent: closeParent(pair, tag)
    case .block where opened.last?.opening == .parent: closeArgument(pair, tag)
    case .block: closeBlock(pair, tag)
    }
  }

  /// Whatever stands inside a parent beside its blocks is not printed.
  private mutating func closeParent(_ pair: Opened, _ tag: Tag) {
    nodes = pair.outer
    cursor = tag.range.upperBound
    var indent: [UInt8]?
    if let mark = pair.mark, let begin = pair.tag.lineBegin, let ending = tag.lineEnding {
      nodes.removeSubrange(mark...)
      indent = Array(source.bytes[begin..<pair.tag.range.lowerBound])
      cursor = ending.upperBound
    }
    nodes.append(
      .call(
        CallNode(
          name: pair.tag.name, isDynamic: pair.tag.isDynamic, indent: indent, arguments: pair.arguments,
          at: pair.tag.range.lowerBound)))
  }

  private mutating func closeArgument(_ pair: Opened, _ tag: Tag) {
    let at = pair.tag.range.lowerBound
    let startsLine = pair.tag.lineEnding != nil
    text(upTo: tag.lineBegin ?? tag.range.lowerBound)
    cursor = tag.range.upperBound
    let indent = startsLine ? firstIndent(in: pair.begin..<tag.range.lowerBound) : nil
    let body = BodyNode(
      nodes: dedented(nodes, by: indent ?? []), startsLine: startsLine, endsLine: tag.lineBegin != nil,
      isDedented: startsLine)
    nodes = pair.outer
    guard let parent = opened.indices.last else { return }
    if opened[parent].arguments.contains(where: { $0.name == pair.tag.name }) {
      errors.append(source.error(at: at, .repeatedBlock(pair.tag.name)))
    }
    opened[parent].arguments.append(ArgumentNode(name: pair.tag.name, body: body, at: at))
  }

  /// A block has lines of its own if nothing stands before its opening tag and nothing behind its closing tag.
  private mutating func closeBlock(_ pair: Opened, _ tag: Tag) {
    let at = pair.tag.range.lowerBound
    let startsLine = pair.tag.isStandalone
    step(over: tag)
    var outer = pair.outer
    var ending: Range<Int>?
    var indent: [UInt8]?
    if let mark = pair.mark, let begin = pair.tag.lineBegin {
      let own = Array(source.bytes[begin..<at])
      ending = tag.lineEnding
      if startsLine { indent = firstIndent(in: pair.begin..<tag.range.lowerBound) ?? own }
      if ending != nil, !startsLine {
        outer.removeSubrange(mark...)
        indent = own
      }
    }
    let body = BodyNode(
      nodes: dedented(nodes, by: indent ?? []), startsLine: startsLine, endsLine: tag.isStandalone,
      isDedented: indent != nil)
    if let ending { cursor = ending.upperBound }
    let newline = ending.map { Array(source.bytes[$0]) } ?? []
    nodes = outer + [.block(BlockNode(name: pair.tag.name, indent: indent, ending: newline, body: body, at: at))]
  }

  /// The blanks before the first line of a range that has anything in it; `nil` if there is no such line.
  private func firstIndent(in range: Range<Int>) -> [UInt8]? {
    var begin = range.lowerBound
    while begin < range.upperBound {
      var index = begin
      while index < range.upperBound, source.bytes[index].isBlank { index += 1 }
      if index == range.upperBound { return nil }
      if let ending = source.lineEnding(after: index) {
        begin = ending.upperBound
      } else {
        return Array(source.bytes[begin..<index])
      }
    }
    return nil
  }
}
