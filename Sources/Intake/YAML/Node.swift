import Complaints

/// A piece of YAML as it was written: no type is guessed.
struct Node: Sendable {
  enum Content: Sendable {
    /// The text; `isPlain` where it stood without quotes and was no block.
    case scalar(String, isPlain: Bool)
    case sequence([Node])
    case mapping([Pair])
  }

  struct Pair: Sendable {
    let key: String
    let mark: Mark
    let value: Node
  }

  let content: Content
  let mark: Mark

  /// Whether nothing was written: `~`, or no text at all.
  var isMissing: Bool {
    guard case .scalar(let text, let isPlain) = content, let first = text.utf8.first else { return shapeIsText }
    // No blank begins with any other byte, and most values need no closer look.
    guard first <= 0x20 || first == UInt8(ascii: "~") || (0xC2...0xE3).contains(first) else { return false }
    return isPlain && text == "~" || trimmed(text).isEmpty
  }

  private var shapeIsText: Bool {
    if case .scalar = content { true } else { false }
  }

  var shape: ValueProblem.Shape {
    switch content {
    case .scalar: .text
    case .sequence: .list
    case .mapping: .map
    }
  }
}

/// A problem at a place of a file whose path is known elsewhere.
struct Fault: Error {
  let problem: Problem
  let mark: Mark

  init(_ problem: Problem, at mark: Mark) {
    self.problem = problem
    self.mark = mark
  }

  func diagnostic(in path: String) -> Diagnostic { Diagnostic(problem, at: mark.place(in: path)) }
}
