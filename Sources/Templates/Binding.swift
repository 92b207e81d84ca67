import Hypertext

extension TemplateLibrary {
  /// The same templates, with what is the same on every page filled in once: words, the site's name.
  ///
  /// Such a name means its value everywhere, and no object of a page may have it. What the constants lack stays a look-up,
  /// and an error where it is printed.
  package func binding(_ constants: TemplateObject) -> TemplateLibrary {
    var program = program
    program.constants = constants
    for (index, step) in program.steps.enumerated() {
      guard case .value(let path) = step, let value = program.constant(path) else { continue }
      let begin = Int32(program.literals.count)
      switch value {
      case .none: break
      case .text(let text): Escape.html(text, into: &program.literals)
      case .markup(let markup): program.literals += markup.bytes
      case .integer(let number): program.literals += String(number).utf8
      case .flag, .list, .rows, .row, .object: continue
      }
      program.steps[index] = .constant(from: begin, to: Int32(program.literals.count))
    }
    return TemplateLibrary(program: program)
  }
}

extension Program {
  /// The value of a name that is the same on every page; `nil` for all others.
  fileprivate func constant(_ path: Int32) -> TemplateValue? {
    let path = paths[Int(path)]
    guard !path.isInnermost, !path.keys.isEmpty else { return nil }
    var value = TemplateValue.object(constants)
    for key in keys[path.keys] {
      guard case .object(let object) = value, object.contains(key) else { return nil }
      value = object[key]
    }
    return value
  }
}
