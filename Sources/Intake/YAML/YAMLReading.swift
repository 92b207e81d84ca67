import CLibYAML
import Complaints

/// Reads one YAML document, refusing what a ledger never needs: anchors, aliases, tags, directives, more than 32 levels.
///
/// - Parameters:
///   - bytes: Valid UTF-8 without a byte order mark or control characters.
///   - firstLine: The line of the file on which they begin.
/// - Returns: `nil` where there is nothing but blanks and comments.
func readYAML(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int = 1) throws(Fault) -> Node? {
  var faults: [Fault] = []
  let tape = try readTape(bytes, firstLine: firstLine, trimmed: false, noting: &faults)
  if let first = faults.first(where: { $0.problem.defaultSeverity == .error }) { throw first }
  return tape.withView { $0.nodes.isEmpty ? nil : $0.tree(0) }
}

/// Reads one YAML document as above, but goes on after anchors, aliases and tags, so that the rest is looked at too, and
/// notes what may be lost in a comment.
///
/// - Parameters:
///   - trimmed: Whether values are trimmed and made NFC as keys are.
///   - faults: Gets each of them; an alias stands for no value.
/// - Returns: The document's root first; nothing where there are but blanks and comments.
func readTape(
  _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, trimmed: Bool, noting faults: inout [Fault]
) throws(Fault) -> Tape {
  if let tape = PlainForm.tape(bytes, firstLine: firstLine, trimsValues: trimmed) { return tape }
  return try readTapeByLibYAML(bytes, firstLine: firstLine, trimmed: trimmed, noting: &faults)
}

/// Reads any document; the judge of what YAML is.
func readTapeByLibYAML(
  _ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int, trimmed: Bool, noting faults: inout [Fault]
) throws(Fault) -> Tape {
  let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  defer { parser.deallocate() }
  guard yaml_parser_initialize(parser) == 1 else { preconditionFailure("libyaml found no memory") }
  defer { yaml_parser_delete(parser) }  // Frees what it holds, not the structure, which is ours.
  yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  // The bytes are borrowed: libyaml reads them while this function runs.
  yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  var reader = EventReader(parser: parser, of: bytes, firstLine: firstLine, trimsValues: trimmed)
  let fault = reader.fault()
  faults += reader.faults
  if let fault { throw fault }
  faults += reader.lostTexts(in: bytes)
  return reader.tape
}

/// Lays the events of libyaml on a tape.
private struct EventReader: ~Copyable {
  static let deepest = 32

  let parser: UnsafeMutablePointer<yaml_parser_t>
  let firstLine: Int
  let trimsValues: Bool
  private(set) var tape: Tape
  /// What is refused without standing in the way of the rest.
  private(set) var faults: [Fault] = []
  private var lost = LostText()

  init(
    parser: UnsafeMutablePointer<yaml_parser_t>, of source: UnsafeBufferPointer<UInt8>, firstLine: Int,
    trimsValues: Bool
  ) {
    self.parser = parser
    self.firstLine = firstLine
    self.trimsValues = trimsValues
    tape = Tape(of: source)
  }

  /// What an event was; scalars are on the tape already.
  private enum Event {
    case scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
    case alias, documentStart, end
  }

  /// Reads the document; what stopped that, if anything did.
  mutating func fault() -> Fault? {
    do throws(Fault) {
      try document()
      return nil
    } catch {
      return error
    }
  }

  /// Texts that may have been meant where YAML sees a comment.
  func lostTexts(in document: UnsafeBufferPointer<UInt8>) -> [Fault] {
    lost.places(in: document).map {
      Fault(.frontMatter(.comment), at: Mark(line: $0.line + firstLine, column: $0.column + 1))
    }
  }

  private mutating func document() throws(Fault) {
    guard case .documentStart = try next().event else { return }
    let first = try next()
    if case .scalar = first.event, let slip = Slip.found(inText: source) { throw fault(slip) }
    try node(first.event, at: first.mark, depth: 0)
    let after = try next()
    if case .documentStart = after.event { throw Fault(.frontMatter(.secondDocument), at: after.mark) }
  }

  /// Lays down the node that an event begins, with everything inside it.
  private mutating func node(_ event: Event, at mark: Mark, depth: Int) throws(Fault) {
    switch event {
    case .scalar: if trimsValues { tape.trimLast() }
    case .sequenceStart:
      guard depth < Self.deepest else { throw Fault(.frontMatter(.tooDeep), at: mark) }
      let place = tape.begin(.sequence, at: mark)
      try items(depth: depth + 1)
      tape.end(place)
    case .mappingStart:
      guard depth < Self.deepest else { throw Fault(.frontMatter(.tooDeep), at: mark) }
      let place = tape.begin(.mapping, at: mark)
      try pairs(depth: depth + 1)
      tape.end(place)
    case .alias:
      faults.append(Fault(.frontMatter(.alias), at: mark))
      tape.append(.plain, 0..<0, at: mark)
    case .sequenceEnd, .mappingEnd, .documentStart, .end: preconditionFailure("libyaml pairs its events")
    }
  }

  private mutating func items(depth: Int) throws(Fault) {
    while true {
      let (event, mark) = try next()
      if case .sequenceEnd = event { return }
      try node(event, at: mark, depth: depth)
    }
  }

  private mutating func pairs(depth: Int) throws(Fault) {
    while true {
      let (event, mark) = try next()
      if case .mappingEnd = event { return }
      if case .alias = event { throw Fault(.frontMatter(.alias), at: mark) }
      guard case .scalar = event else { throw Fault(.frontMatter(.keyShape), at: mark) }
      tape.trimLast()
      if tape.isLastEmpty { throw Fault(.frontMatter(.emptyKey), at: mark) }
      let value = try next()
      try node(value.event, at: value.mark, depth: depth)
    }
  }

  /// The next event that says something; document and stream ends count as one end.
  private mutating func next() throws(Fault) -> (event: Event, mark: Mark) {
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxFault() }
      defer { yaml_event_delete(&event) }  // Text is copied by `taken` before this.
      let mark = place(event.start_mark)
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return (.end, mark)
      default: return (try taken(event, at: mark), mark)
      }
    }
  }

  private mutating func taken(_ event: yaml_event_t, at mark: Mark) throws(Fault) -> Event {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuse(anchor: scalar.anchor, tag: scalar.tag, at: mark)
      if scalar.style != YAML_PLAIN_SCALAR_STYLE { lost.skip(from: .init(event.start_mark), to: .init(event.end_mark)) }
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      if scalar.style == YAML_DOUBLE_QUOTED_SCALAR_STYLE, let control = firstControl(bytes) {
        throw Fault(.frontMatter(.escapedControl(control)), at: mark)
      }
      tape.append(scalar.style == YAML_PLAIN_SCALAR_STYLE ? .plain : .quoted, keeping: bytes, at: mark)
      return .scalar
    case YAML_SEQUENCE_START_EVENT:
      refuse(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag, at: mark)
      return .sequenceStart
    case YAML_MAPPING_START_EVENT:
      refuse(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag, at: mark)
      return .mappingStart
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_DOCUMENT_START_EVENT:
      let start = event.data.document_start
      if start.version_directive != nil || start.tag_directives.start != start.tag_directives.end {
        throw Fault(.frontMatter(.directive), at: mark)
      }
      return .documentStart
    default: return .alias
    }
  }

  private mutating func refuse(anchor: UnsafePointer<yaml_char_t>?, tag: UnsafePointer<yaml_char_t>?, at mark: Mark) {
    if anchor != nil { faults.append(Fault(.frontMatter(.anchor), at: mark)) }
    if tag != nil { faults.append(Fault(.frontMatter(.tag), at: mark)) }
  }

  /// Both of libyaml's numbers count from 0, in scalars.
  private func place(_ mark: yaml_mark_t) -> Mark {
    Mark(line: Int(mark.line) + firstLine, column: Int(mark.column) + 1)
  }

  private func syntaxFault() -> Fault {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? ""
    let mark = place(parser.pointee.problem_mark)
    switch problem {
    case "found undefined tag handle", "did not find expected tag URI": return Fault(.frontMatter(.tag), at: mark)
    case "found unknown directive name", "found incompatible YAML document", "found duplicate %YAML directive":
      return Fault(.frontMatter(.directive), at: mark)
    default: return likelyFault(problem) ?? Fault(.frontMatter(.syntax(plainWords(problem))), at: mark)
    }
  }

  /// What most probably went wrong, said where it stands.
  private func likelyFault(_ problem: String) -> Fault? {
    let state = parser.pointee
    let context = state.context.map { String(cString: $0) } ?? ""
    // Where it began says more than where libyaml gave up: at the end of the text, or behind the '&' or '*'.
    if context == "while scanning a quoted scalar" && problem.hasPrefix("found unexpected")
      || context == "while scanning an anchor" || context == "while scanning an alias"
    {
      return Fault(.frontMatter(.syntax(plainWords(problem))), at: place(state.context_mark))
    }
    let slip = Slip.found(
      in: source, line: Int(state.problem_mark.line), column: Int(state.problem_mark.column), problem: problem,
      context: context)
    guard let slip else { return nil }
    return fault(slip)
  }

  private func fault(_ slip: Slip) -> Fault {
    Fault(.frontMatter(.syntax(slip.words)), at: Mark(line: slip.line + firstLine, column: slip.column + 1))
  }

  /// All that is read; it is borrowed for as long as the parser reads.
  private var source: String {
    let text = parser.pointee.input.string
    return String(decoding: UnsafeBufferPointer(start: text.start, count: text.end - text.start), as: UTF8.self)
  }
}

extension LostText.Position {
  /// libyaml counts from 0, in scalars, too.
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: Int(mark.line), column: Int(mark.column)) }
}

/// The first control character of a text that double quotes may hide in an escape; line breaks and tabs are none.
private func firstControl(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32? {
  for (index, byte) in bytes.enumerated() {
    if byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F { return UInt32(byte) }
    // U+0080 to U+009F are C2 80 to C2 9F.
    if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 { return UInt32(bytes[index + 1]) }
  }
  return nil
}
