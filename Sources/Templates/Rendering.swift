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

  private let program: Program
  /// The bytes of `program.literals`, for as long as the run lasts.
  private let literals: UnsafeBufferPointer<UInt8>
  private var scope: Scope
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
    scope = Scope(program.constants, context)
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
      case .constant(let from, let to):
        copy(Int(from)..<Int(to), into: &bytes)
        step += 1
      case .section(let path, let end):
        try repeatSection(find(path, at: step), step + 1..<Int(end), into: &bytes)
        step = Int(end)
      case .inverted(let path, let end):
        if try scope.isEmpty(find(path, at: step)) { try run(step + 1..<Int(end), into: &bytes) }
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

  // MARK: Values

  private func find(_ path: Int32, at step: Int) throws(TemplateError) -> Scope.Found {
    try scope.find(path, of: program, at: step)
  }

  private func print(_ path: Int32, at step: Int, into bytes: inout [UInt8]) throws(TemplateError) {
    let found = try find(path, at: step)
    guard scope.print(found, into: &bytes) else {
      let name = program.name(of: program.paths[Int(path)])
      throw program.error(at: step, .notPrintable(name, scope.kind(of: found)))
    }
  }

  private mutating func repeatSection(
    _ found: Scope.Found, _ steps: Range<Int>, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    guard !scope.isEmpty(found) else { return }
    switch found {
    case .value(.list(let values)):
      for value in values { try run(steps, inside: value, into: &bytes) }
    case .value(.rows(let rows)):
      let table = scope.open(rows)
      try run(steps, rowsFrom: 0, table: table, into: &bytes)
      scope.closeTable()
    case .value(let value):
      try run(steps, inside: value, into: &bytes)
    case .cell(let cell, let table):
      if case .list(let first) = scope.cell(cell, table: table) {
        try run(steps, rowsFrom: first, table: table, into: &bytes)
      } else {
        scope.open(cell: cell, table: table)
        try run(steps, into: &bytes)
        scope.close()
      }
    }
  }

  private mutating func run(
    _ steps: Range<Int>, inside value: TemplateValue, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    scope.open(value)
    try run(steps, into: &bytes)
    scope.close()
  }

  private mutating func run(
    _ steps: Range<Int>, rowsFrom first: Int32, table: Int, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    var head = first
    while case .head(let next, _, _) = scope.row(head, table: table) {
      scope.open(cell: Int(head), table: table)
      try run(steps, into: &bytes)
      scope.close()
      head = next
    }
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
      let name = try templateName(Int32(path), at: step)
      if let index = program.templates.firstIndex(of: TemplateKey(name)) { return index }
      let near = nearest(to: name, among: program.templates.map(\.text))
      throw program.error(at: step, .unknownTemplate(name, nearest: near))
    }
  }

  private func templateName(_ path: Int32, at step: Int) throws(TemplateError) -> String {
    let found = try find(path, at: step)
    if case .value(.text(let name)) = found, !name.isEmpty { return name }
    let kind = scope.isEmpty(found) ? TemplateError.Kind.nothing : scope.kind(of: found)
    throw program.error(at: step, .notATemplateName(program.name(of: program.paths[Int(path)]), kind))
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
