import Hypertext

/// How deep templates may include each other in rendering; a tree deeper than this is a recursion without an end.
let callLimit = 100

/// One run of a program over one context.
struct Rendering: ~Copyable {
  /// The arguments of one parent tag, and those in force where that tag stands.
  private struct Frame {
    let arguments: Range<Int>
    let outer: Int?
  }

  private let compiled: CompiledProgram
  /// Those of the program, for as long as the run lasts.
  private let literals: UnsafeBufferPointer<UInt8>
  private let steps: UnsafeBufferPointer<Program.Step>
  private let plainNames: UnsafeBufferPointer<UInt64>
  private var scope: Scope
  private var frames: [Frame] = []
  /// The innermost frame in force.
  private var frame: Int?
  /// What goes before each line.
  private var indentation: [UInt8] = [] { didSet { isIndented = !indentation.isEmpty } }
  private var isIndented = false
  /// The next start of a line is none: what is called begins in the middle of a line.
  private var isInline = false
  private var depth = 0

  /// Writes one template of a program, filled from `context`: an object, or rows of which there is one.
  static func render(
    _ template: Int, of compiled: CompiledProgram, _ context: TemplateValue, into writer: inout ByteWriter
  ) throws(TemplateError) {
    try compiled.program.literals.withUnsafeBufferPointer { literals throws(TemplateError) in
      try compiled.program.steps.withUnsafeBufferPointer { steps throws(TemplateError) in
        try compiled.program.plainNames.withUnsafeBufferPointer { plainNames throws(TemplateError) in
          var rendering = Rendering(compiled, literals, steps, plainNames)
          let steps = compiled.program.entries[template]
          if case .row(let rows) = context {
            try rendering.run(steps, over: rows, into: &writer)
          } else {
            try rendering.run(steps, inside: context, into: &writer)
          }
        }
      }
    }
  }

  private init(
    _ compiled: CompiledProgram, _ literals: UnsafeBufferPointer<UInt8>, _ steps: UnsafeBufferPointer<Program.Step>,
    _ plainNames: UnsafeBufferPointer<UInt64>
  ) {
    self.compiled = compiled
    self.literals = literals
    self.steps = steps
    self.plainNames = plainNames
    scope = Scope(compiled.program.constants)
  }

  private mutating func run(_ range: Range<Int>, into writer: inout ByteWriter) throws(TemplateError) {
    var step = range.lowerBound
    while step < range.upperBound {
      switch steps[step] {
      case .text(let from, let to, let chunk):
        if !isIndented {
          copy(Int(from), Int(to), into: &writer)
        } else {
          write(compiled.program.chunks[Int(chunk)], into: &writer)
        }
        step += 1
      case .value(let path):
        if let bytes = scope.printed(plainNames[Int(path)]) {
          writer.write(bytes)
        } else {
          try print(path, at: step, into: &writer)
        }
        step += 1
      case .constant(let from, let to):
        copy(Int(from), Int(to), into: &writer)
        step += 1
      case .section(let path, let end):
        if let (cell, table) = scope.cell(plainNames[Int(path)]) {
          try repeatSection(cell, table, step + 1..<Int(end), into: &writer)
        } else {
          try repeatSection(find(path, at: step), step + 1..<Int(end), into: &writer)
        }
        step = Int(end)
      case .inverted(let path, let end):
        if try isEmpty(path, at: step) { try run(step + 1..<Int(end), into: &writer) }
        step = Int(end)
      case .call(let call, let end):
        try make(compiled.program.calls[Int(call)], at: step, into: &writer)
        step = Int(end)
      case .block(let place, let end):
        try fill(Int(place), into: &writer)
        step = Int(end)
      }
    }
  }

  // MARK: Text

  private mutating func write(_ chunk: Program.Chunk, into writer: inout ByteWriter) {
    var done = chunk.bytes.lowerBound
    for index in chunk.lineStarts {
      let start = compiled.program.lineStarts[index]
      copy(done..<start, into: &writer)
      if !isInline || start > chunk.bytes.lowerBound { indent(&writer) }
      done = start
    }
    copy(done..<chunk.bytes.upperBound, into: &writer)
    isInline = false
  }

  private func indent(_ writer: inout ByteWriter) {
    indentation.withUnsafeBufferPointer { writer.write($0) }
  }

  private func copy(_ range: Range<Int>, into writer: inout ByteWriter) {
    copy(range.lowerBound, range.upperBound, into: &writer)
  }

  @inline(__always)
  private func copy(_ from: Int, _ to: Int, into writer: inout ByteWriter) {
    assert(from >= 0 && from <= to && to <= literals.count, "the assembler lays out literals")
    writer.write(UnsafeBufferPointer(start: literals.baseAddress.map { $0 + from }, count: to - from))
  }

  // MARK: Values

  private func find(_ path: Int32, at step: Int) throws(TemplateError) -> Scope.Found {
    try scope.find(path, of: compiled, at: step)
  }

  private func isEmpty(_ path: Int32, at step: Int) throws(TemplateError) -> Bool {
    if let isEmpty = scope.isEmpty(plainNames[Int(path)]) { return isEmpty }
    return try scope.isEmpty(find(path, at: step))
  }

  private func print(_ path: Int32, at step: Int, into writer: inout ByteWriter) throws(TemplateError) {
    let found = try find(path, at: step)
    guard scope.print(found, into: &writer) else {
      let name = compiled.program.name(of: compiled.program.paths[Int(path)])
      throw compiled.program.error(at: step, .notPrintable(name, scope.kind(of: found)))
    }
  }

  private mutating func repeatSection(
    _ found: Scope.Found, _ steps: Range<Int>, into writer: inout ByteWriter
  ) throws(TemplateError) {
    guard !scope.isEmpty(found) else { return }
    switch found {
    case .value(.list(let values)):
      for value in values { try run(steps, inside: value, into: &writer) }
    case .value(.rows(let rows)), .value(.row(let rows)):
      try run(steps, over: rows, into: &writer)
    case .value(let value):
      try run(steps, inside: value, into: &writer)
    case .cell(let cell, let table):
      try repeatSection(cell, table, steps, into: &writer)
    }
  }

  private mutating func repeatSection(
    _ cell: Int, _ table: Int, _ steps: Range<Int>, into writer: inout ByteWriter
  ) throws(TemplateError) {
    switch scope.cell(cell, table: table) {
    case .printed(let from, let to) where from == to: return
    case .flag(false): return
    case .list(let first):
      try run(steps, rowsFrom: first, table: table, into: &writer)
    case .value(let index):
      try repeatSection(.value(scope.value(index, table: table)), steps, into: &writer)
    case .object(let head):
      try run(steps, inside: Int(head), table, into: &writer)
    case .printed, .flag, .head, .pending:
      try run(steps, inside: cell, table, into: &writer)
    }
  }

  private mutating func run(
    _ steps: Range<Int>, inside cell: Int, _ table: Int, into writer: inout ByteWriter
  ) throws(TemplateError) {
    scope.open(cell: cell, table: table)
    try run(steps, into: &writer)
    scope.close()
  }

  private mutating func run(
    _ steps: Range<Int>, inside value: TemplateValue, into writer: inout ByteWriter
  ) throws(TemplateError) {
    scope.open(value)
    try run(steps, into: &writer)
    scope.close()
  }

  private mutating func run(
    _ steps: Range<Int>, over rows: TemplateRows, into writer: inout ByteWriter
  ) throws(TemplateError) {
    try rows.content.withBytes { content throws(TemplateError) in
      try rows.cells.withUnsafeBufferPointer { cells throws(TemplateError) in
        let table = scope.open(rows, content, cells)
        try run(steps, rowsFrom: rows.first, table: table, into: &writer)
        scope.closeTable()
      }
    }
  }

  private mutating func run(
    _ steps: Range<Int>, rowsFrom first: Int32, table: Int, into writer: inout ByteWriter
  ) throws(TemplateError) {
    var head = first
    while case .head(let next, _, _) = scope.row(head, table: table) {
      scope.open(cell: Int(head), table: table)
      try run(steps, into: &writer)
      scope.close()
      head = next
    }
  }

  // MARK: Templates in templates

  private mutating func make(
    _ call: Program.Call, at step: Int, into writer: inout ByteWriter
  ) throws(TemplateError) {
    let template = try target(of: call, at: step)
    guard depth < callLimit else { throw compiled.program.error(at: step, .tooDeep(limit: callLimit)) }
    let outer = (frame, indentation.count)
    if !call.arguments.isEmpty {
      frames.append(Frame(arguments: call.arguments, outer: frame))
      frame = frames.count - 1
    }
    indentation += compiled.program.literals[call.indent]
    isInline = call.isInline
    depth += 1
    try run(compiled.program.entries[template], into: &writer)
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
      let name = try templateName(Int32(path), at: step)
      if let index = compiled.program.templates.firstIndex(of: TemplateKey(name)) { return index }
      let near = nearest(to: name, among: compiled.program.templates.map(\.text))
      throw compiled.program.error(at: step, .unknownTemplate(name, nearest: near))
    }
  }

  private func templateName(_ path: Int32, at step: Int) throws(TemplateError) -> String {
    let found = try find(path, at: step)
    if case .value(.text(let name)) = found, !name.isEmpty { return name }
    let kind = scope.isEmpty(found) ? TemplateError.Kind.nothing : scope.kind(of: found)
    throw compiled.program.error(
      at: step, .notATemplateName(compiled.program.name(of: compiled.program.paths[Int(path)]), kind))
  }

  /// Prints what the outermost caller put in a place, else the place's own content.
  private mutating func fill(_ index: Int, into writer: inout ByteWriter) throws(TemplateError) {
    let place = compiled.program.places[index]
    let argument = argument(for: place.key)
    let body = argument?.body ?? place.body
    guard !body.steps.isEmpty else { return }
    let outer = (frame, indentation.count)
    // Where an argument was written, the arguments of the template that it is given to do not hold.
    if let argument { frame = argument.outer }
    if place.isInline {
      isInline = body.startsLine
    } else {
      indentation += compiled.program.literals[place.indent]
      if !body.startsLine { indent(&writer) }
    }
    try run(body.steps, into: &writer)
    isInline = false
    if !body.endsLine { copy(place.ending, into: &writer) }
    frame = outer.0
    indentation.removeSubrange(outer.1...)
  }

  private func argument(for key: TemplateKey) -> (body: Program.Body, outer: Int?)? {
    var found: (body: Program.Body, outer: Int?)?
    var next = frame
    while let index = next {
      for argument in compiled.program.arguments[frames[index].arguments] where argument.key == key {
        found = (argument.body, frames[index].outer)
      }
      next = frames[index].outer
    }
    return found
  }
}
