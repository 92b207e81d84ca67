import Hypertext

/// How deep templates may include each other in rendering; a tree deeper than this is a recursion without an end.
let callLimit = 100

/// One run of a program over one context.
struct Rendering {
  /// The arguments of one parent tag, and those in force where that tag stands.
  private struct Frame {
    let arguments: Range<Int>
    let outer: Int?
  }

  /// A value that a section opened; its names stand beside it, so that a look-up copies nothing but what it finds.
  private struct Level {
    let value: TemplateValue
    let entries: [TemplateObject.Entry]

    init(_ value: TemplateValue) {
      self.value = value
      entries = if case .object(let object) = value { object.entries } else { [] }
    }
  }

  private let program: Program
  /// The bytes of `program.literals`, for as long as the run lasts.
  private let literals: UnsafeBufferPointer<UInt8>
  /// The innermost value last.
  private var context: [Level]
  private var frames: [Frame] = []
  /// The innermost frame in force.
  private var frame: Int?
  /// What goes before each line.
  private var indentation: [UInt8] = []
  /// The next start of a line is none: what is called begins in the middle of a line.
  private var isInline = false
  private var depth = 0

  /// Appends one template of a program, filled from `context`, to `bytes`.
  static func render(
    _ template: Int, of program: Program, _ context: TemplateObject, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    try program.literals.withUnsafeBufferPointer { literals throws(TemplateError) in
      var rendering = Rendering(program, literals, context)
      try rendering.run(program.entries[template], into: &bytes)
    }
  }

  private init(_ program: Program, _ literals: UnsafeBufferPointer<UInt8>, _ context: TemplateObject) {
    self.program = program
    self.literals = literals
    self.context = [Level(.object(context))]
    self.context.reserveCapacity(16)
  }

  private mutating func run(_ steps: Range<Int>, into bytes: inout [UInt8]) throws(TemplateError) {
    var step = steps.lowerBound
    while step < steps.upperBound {
      switch program.steps[step] {
      case .text(let chunk):
        write(program.chunks[Int(chunk)], into: &bytes)
        step += 1
      case .value(let path):
        try print(path, at: step, into: &bytes)
        step += 1
      case .section(let path, let end):
        try repeatSection(find(path, at: step), step + 1..<Int(end), into: &bytes)
        step = Int(end)
      case .inverted(let path, let end):
        if try find(path, at: step).isEmpty { try run(step + 1..<Int(end), into: &bytes) }
        step = Int(end)
      case .call(let call, let end):
        try make(program.calls[Int(call)], at: step, into: &bytes)
        step = Int(end)
      case .block(let place, let end):
        try fill(Int(place), into: &bytes)
        step = Int(end)
      }
    }
  }

  // MARK: Text

  private mutating func write(_ chunk: Program.Chunk, into bytes: inout [UInt8]) {
    if indentation.isEmpty { return copy(chunk.bytes, into: &bytes) }
    var done = chunk.bytes.lowerBound
    for index in chunk.lineStarts {
      let start = program.lineStarts[index]
      copy(done..<start, into: &bytes)
      if !isInline || start > chunk.bytes.lowerBound { bytes.append(contentsOf: indentation) }
      done = start
    }
    copy(done..<chunk.bytes.upperBound, into: &bytes)
    isInline = false
  }

  private func copy(_ range: Range<Int>, into bytes: inout [UInt8]) {
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: literals[range]))
  }

  private func print(_ path: Int32, at step: Int, into bytes: inout [UInt8]) throws(TemplateError) {
    let value = try find(path, at: step)
    switch value {
    case .none: return
    case .text(let text): Escape.html(text, into: &bytes)
    case .markup(let markup): bytes.append(contentsOf: markup.bytes)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .flag, .list, .object:
      throw program.error(at: step, .notPrintable(program.name(of: program.paths[Int(path)]), value.kind))
    }
  }

  private mutating func repeatSection(
    _ value: TemplateValue, _ steps: Range<Int>, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    if case .list(let values) = value {
      for value in values {
        context.append(Level(value))
        try run(steps, into: &bytes)
        context.removeLast()
      }
    } else if !value.isEmpty {
      context.append(Level(value))
      try run(steps, into: &bytes)
      context.removeLast()
    }
  }

  // MARK: Names

  private func find(_ path: Int32, at step: Int) throws(TemplateError) -> TemplateValue {
    let path = program.paths[Int(path)]
    guard let first = path.keys.first else { return context[context.count - 1].value }
    var found = try findFirst(first, path, at: step)
    for key in path.keys.dropFirst() {
      guard case .object(let object) = found, let index = position(of: key, in: object.entries) else {
        throw missing(key, in: found, path, at: step)
      }
      found = object.entries[index].1
    }
    return found
  }

  private func findFirst(
    _ key: Int, _ path: Program.Path, at step: Int
  ) throws(TemplateError) -> TemplateValue {
    var level = context.count - 1
    let outermost = path.isInnermost ? level : 0
    while level >= outermost {
      if let index = position(of: key, in: context[level].entries) { return context[level].entries[index].1 }
      level -= 1
    }
    let name = program.keys[key].text
    let names = context[outermost...].flatMap { $0.entries.map { $0.0.text } }
    throw program.error(at: step, .missingName(name, nearest: nearest(to: name, among: names)))
  }

  @inline(__always)
  private func position(of key: Int, in entries: [TemplateObject.Entry]) -> Int? {
    let fingerprint = program.fingerprints[key]
    for index in 0..<entries.count where entries[index].0.fingerprint == fingerprint {
      if entries[index].0.text == program.keys[key].text { return index }
    }
    return nil
  }

  private func missing(
    _ key: Int, in value: TemplateValue, _ path: Program.Path, at step: Int
  ) -> TemplateError {
    let whole = Program.Path(keys: path.keys.lowerBound..<key, isInnermost: path.isInnermost)
    let part = program.keys[key].text
    var names: [String] = []
    if case .object(let object) = value { names = object.names }
    let near = nearest(to: part, among: names)
    return program.error(at: step, .missingPart(part, of: program.name(of: whole), nearest: near))
  }

  // MARK: Templates in templates

  private mutating func make(
    _ call: Program.Call, at step: Int, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    let template = try target(of: call, at: step)
    guard depth < callLimit else { throw program.error(at: step, .tooDeep(limit: callLimit)) }
    let outer = (frame, indentation.count)
    if !call.arguments.isEmpty {
      frames.append(Frame(arguments: call.arguments, outer: frame))
      frame = frames.count - 1
    }
    indentation += program.literals[call.indent]
    isInline = call.isInline
    depth += 1
    try run(program.entries[template], into: &bytes)
    depth -= 1
    isInline = false
    frame = outer.0
    if !call.arguments.isEmpty { frames.removeLast() }
    indentation.removeSubrange(outer.1...)
  }

  private func target(of call: Program.Call, at step: Int) throws(TemplateError) -> Int {
    switch call.target {
    case .template(let index): return index
    case .path(let path):
      let value = try find(Int32(path), at: step)
      guard case .text(let name) = value, !name.isEmpty else {
        let kind = value.isEmpty ? TemplateError.Kind.nothing : value.kind
        throw program.error(at: step, .notATemplateName(program.name(of: program.paths[path]), kind))
      }
      let key = TemplateKey(name)
      if let index = program.templates.firstIndex(of: key) { return index }
      let near = nearest(to: name, among: program.templates.map(\.text))
      throw program.error(at: step, .unknownTemplate(name, nearest: near))
    }
  }

  /// Prints what the outermost caller put in a place, else the place's own content.
  private mutating func fill(_ index: Int, into bytes: inout [UInt8]) throws(TemplateError) {
    let place = program.places[index]
    let argument = argument(for: place.key)
    let body = argument?.body ?? place.body
    guard !body.steps.isEmpty else { return }
    let outer = (frame, indentation.count)
    // Where an argument was written, the arguments of the template that it is given to do not hold.
    if let argument { frame = argument.outer }
    if place.isInline {
      isInline = body.startsLine
    } else {
      indentation += program.literals[place.indent]
      if !body.startsLine { bytes.append(contentsOf: indentation) }
    }
    try run(body.steps, into: &bytes)
    isInline = false
    if !body.endsLine { bytes.append(contentsOf: program.literals[place.ending]) }
    frame = outer.0
    indentation.removeSubrange(outer.1...)
  }

  private func argument(for key: TemplateKey) -> (body: Program.Body, outer: Int?)? {
    var found: (body: Program.Body, outer: Int?)?
    var next = frame
    while let index = next {
      for argument in program.arguments[frames[index].arguments] where argument.key == key {
        found = (argument.body, frames[index].outer)
      }
      next = frames[index].outer
    }
    return found
  }
}
