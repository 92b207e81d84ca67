import Hypertext

/// A set of templates that refer to each other by name, compiled once and free of errors.
package struct TemplateLibrary: Sendable {
  let compiled: CompiledProgram
  var program: Program { compiled.program }

  /// Compiles all templates, in any order.
  ///
  /// - Throws: All errors of all templates, if there are any.
  package init(_ sources: [TemplateSource]) throws(TemplateErrors) {
    // The same sources give the same messages and the same bytes, however they were listed.
    let sources = sources.sorted { ($0.name, $0.path) < ($1.name, $1.path) }
    var errors: [TemplateError] = []
    var indices: [String: Int] = [:]
    for (index, source) in sources.enumerated() {
      if indices[source.name] == nil {
        indices[source.name] = index
      } else {
        errors.append(source.error(at: source.start, .repeatedTemplate(source.name)))
      }
    }
    let templates = sources.map(Parser.parse)
    errors += templates.flatMap(\.errors)
    errors += Linking(templates, indices: indices).errors()
    guard errors.isEmpty else { throw TemplateErrors(errors: errors.sorted { $0.precedes($1) }) }
    var assembler = Assembler(indices: indices)
    for template in templates { assembler.assemble(template) }
    compiled = CompiledProgram(assembler.program)
  }

  init(program: Program) {
    compiled = CompiledProgram(program)
  }

  /// All names, sorted.
  package var names: [String] { program.templates.map(\.text) }

  package func contains(_ name: String) -> Bool {
    program.templates.contains(TemplateKey(name))
  }

  /// Appends a template, filled from `context`, to `bytes`.
  ///
  /// Takes time in proportion to what is printed and to the names looked up; each look-up goes through the names of the
  /// objects around it. On an error `bytes` is left as it was.
  ///
  /// - Throws: The first error met, with its place in the template that has it; a name that is not in the library is
  ///   reported at 1:1 of a path that is that name.
  package func render(
    _ name: String, _ context: TemplateObject, into bytes: inout [UInt8]
  ) throws(TemplateError) {
    try render(name, .object(context), into: &bytes)
  }

  /// The same for an object that was written as a row.
  package func render(_ name: String, _ context: TemplateRows, into bytes: inout [UInt8]) throws(TemplateError) {
    try render(name, .row(context), into: &bytes)
  }

  private func render(_ name: String, _ context: TemplateValue, into bytes: inout [UInt8]) throws(TemplateError) {
    guard let index = compiled.program.templates.firstIndex(of: TemplateKey(name)) else {
      let problem = TemplateError.Problem.unknownTemplate(name, nearest: nearest(to: name, among: names))
      throw TemplateError(template: name, path: name, line: 1, column: 1, problem: problem)
    }
    try bytes.append(room: 65_536) { writer throws(TemplateError) in
      try Rendering.render(index, of: compiled, context, into: &writer)
    }
  }
}
