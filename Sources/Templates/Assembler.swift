/// Lays parsed templates out as a program.
struct Assembler {
  private(set) var program = Program()
  private let indices: [String: Int]
  private var pathIndices: [String: Int] = [:]
  /// Text that waits for its neighbours, so that one step prints all of it.
  private var pending: (bytes: [UInt8], lineStarts: [Int]) = ([], [])

  /// - Parameter indices: Of each template's name in the order of `assemble` calls; all static names are in it.
  init(indices: [String: Int]) {
    self.indices = indices
  }

  mutating func assemble(_ template: ParsedTemplate) {
    program.templates.append(TemplateKey(template.source.name))
    program.sources.append(template.source)
    program.entries.append(steps(of: template.nodes))
  }

  private mutating func steps(of nodes: [Node]) -> Range<Int> {
    let begin = program.steps.count
    for node in nodes { add(node) }
    flush()
    return begin..<program.steps.count
  }

  private mutating func add(_ node: Node) {
    switch node {
    case .lineStart:
      pending.lineStarts.append(pending.bytes.count)
    case .text(let bytes):
      pending.bytes += bytes
    case .value(let name, let at):
      let path = path(name)
      add(.value(path: Int32(path)), at)
    case .section(let name, let isInverted, let body, let at):
      let path = Int32(path(name))
      let index = add(.value(path: path), at)
      let end = Int32(steps(of: body).upperBound)
      program.steps[index] = isInverted ? .inverted(path: path, end: end) : .section(path: path, end: end)
    case .call(let call): add(call)
    case .block(let block): add(block)
    }
  }

  private mutating func add(_ call: CallNode) {
    let target: Program.Call.Target =
      if !call.isDynamic, let index = indices[call.name] { .template(index) } else { .path(path(call.name)) }
    let index = add(.call(0, end: 0), call.at)
    let arguments = call.arguments.map { argument in
      Program.Argument(key: TemplateKey(argument.name), body: body(argument.body))
    }
    let first = program.arguments.count
    program.arguments += arguments
    let indent = literal(call.indent ?? [])
    program.steps[index] = .call(Int32(program.calls.count), end: Int32(program.steps.count))
    program.calls.append(
      Program.Call(
        target: target, indent: indent, isInline: call.indent == nil, arguments: first..<program.arguments.count))
  }

  private mutating func add(_ block: BlockNode) {
    let index = add(.block(0, end: 0), block.at)
    let content = body(block.body)
    let (indent, ending) = (literal(block.indent ?? []), literal(block.ending))
    program.steps[index] = .block(Int32(program.places.count), end: Int32(program.steps.count))
    program.places.append(
      Program.Place(
        key: TemplateKey(block.name), indent: indent, isInline: block.indent == nil, ending: ending, body: content))
  }

  private mutating func body(_ body: BodyNode) -> Program.Body {
    Program.Body(steps: steps(of: body.nodes), startsLine: body.startsLine, endsLine: body.endsLine)
  }

  @discardableResult
  private mutating func add(_ step: Program.Step, _ offset: Int) -> Int {
    flush()
    program.steps.append(step)
    program.offsets.append(Int32(offset))
    return program.steps.count - 1
  }

  private mutating func flush() {
    guard !pending.bytes.isEmpty || !pending.lineStarts.isEmpty else { return }
    let bytes = literal(pending.bytes)
    let first = program.lineStarts.count
    program.lineStarts += pending.lineStarts.map { $0 + bytes.lowerBound }
    program.chunks.append(Program.Chunk(bytes: bytes, lineStarts: first..<program.lineStarts.count))
    pending = ([], [])
    program.steps.append(
      .text(from: Int32(bytes.lowerBound), to: Int32(bytes.upperBound), chunk: Int32(program.chunks.count - 1)))
    program.offsets.append(0)
  }

  private mutating func literal(_ bytes: [UInt8]) -> Range<Int> {
    let begin = program.literals.count
    program.literals += bytes
    return begin..<program.literals.count
  }

  private mutating func path(_ name: String) -> Int {
    if let index = pathIndices[name] { return index }
    let begin = program.keys.count
    if name != "." { program.keys += name.split(separator: ".").map { TemplateKey(String($0)) } }
    program.fingerprints += program.keys[begin...].map(\.fingerprint)
    let path = Program.Path(keys: begin..<program.keys.count, isInnermost: name.hasPrefix("."))
    program.paths.append(path)
    program.plainNames.append(path.keys.count == 1 && !path.isInnermost ? program.fingerprints[begin] : 0)
    pathIndices[name] = program.paths.count - 1
    return program.paths.count - 1
  }
}
