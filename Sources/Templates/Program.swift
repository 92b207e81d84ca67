/// All templates of a library as one flat list of steps over plain numbers, so that running it touches no references.
struct Program: Sendable {
  enum Step {
    /// A range of `literals`, the chunk of that text.
    case text(from: Int32, to: Int32, chunk: Int32)
    case value(path: Int32)
    /// A value that is the same on every page: a range of `literals`.
    case constant(from: Int32, to: Int32)
    /// The content lies between this step and `end`.
    case section(path: Int32, end: Int32)
    case inverted(path: Int32, end: Int32)
    /// The bodies of the arguments lie between this step and `end`.
    case call(Int32, end: Int32)
    /// The default content lies between this step and `end`.
    case block(Int32, end: Int32)
  }

  /// Literal text, as a range of `literals`, and where lines begin in it, as a range of `lineStarts`.
  struct Chunk {
    let bytes: Range<Int>
    let lineStarts: Range<Int>
  }

  /// A dotted name as a range of `keys`; no keys at all are `.`, the innermost value itself.
  struct Path {
    let keys: Range<Int>
    /// A dot stands in front: the first part is looked for in the innermost value only.
    let isInnermost: Bool
  }

  struct Call {
    /// A template's index, or the path that leads to its name.
    enum Target {
      case template(Int)
      case path(Int)
    }
    let target: Target
    /// A range of `literals`.
    let indent: Range<Int>
    let isInline: Bool
    /// A range of `arguments`.
    let arguments: Range<Int>
  }

  struct Body {
    /// The steps.
    let steps: Range<Int>
    let startsLine: Bool
    let endsLine: Bool
  }

  struct Argument {
    let key: TemplateKey
    let body: Body
  }

  struct Place {
    let key: TemplateKey
    /// A range of `literals`.
    let indent: Range<Int>
    let isInline: Bool
    /// A range of `literals`.
    let ending: Range<Int>
    let body: Body
  }

  var steps: [Step] = []
  /// For each step, where its tag stands in its source.
  var offsets: [Int32] = []
  var literals: [UInt8] = []
  /// Offsets in `literals`, before which an enclosing indentation goes.
  var lineStarts: [Int] = []
  var chunks: [Chunk] = []
  var keys: [TemplateKey] = []
  /// Those of `keys`.
  var fingerprints: [UInt64] = []
  /// Of each path the fingerprint of its name; 0 for one of several parts, and for one that begins with a dot.
  var plainNames: [UInt64] = []
  var paths: [Path] = []
  var calls: [Call] = []
  var arguments: [Argument] = []
  var places: [Place] = []
  /// By a template's index: its name, its steps, its source.
  var templates: [TemplateKey] = []
  var entries: [Range<Int>] = []
  var sources: [TemplateSource] = []
  /// What has one value on every page.
  var constants = TemplateObject()

  /// The name as it was written, for messages.
  func name(of path: Path) -> String {
    path.keys.isEmpty ? "." : (path.isInnermost ? "." : "") + keys[path.keys].map(\.text).joined(separator: ".")
  }

  /// What is wrong at a step, with its place in its source.
  func error(at step: Int, _ problem: TemplateError.Problem) -> TemplateError {
    guard let template = entries.firstIndex(where: { $0.contains(step) }) else {
      preconditionFailure("every step belongs to a template")
    }
    return sources[template].error(at: Int(offsets[step]), problem)
  }
}

/// A program that is ready to run, as one reference: each run holds it, and a copy would count one for each of its lists.
final class CompiledProgram: Sendable {
  let program: Program

  init(_ program: Program) {
    self.program = program
  }
}
