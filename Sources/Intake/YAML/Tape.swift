import Complaints

/// A YAML document as its events follow each other, with their texts: no type is guessed, and nothing is allocated for
/// a single one of them.
///
/// A collection stands before what is inside it. In a mapping keys and values take turns; keys are trimmed and in NFC.
struct Tape: Sendable {
  struct Node: Sendable {
    enum Kind: UInt8, Sendable {
      /// A scalar without quotes that is no block.
      case plain
      /// A scalar in quotes or a block.
      case quoted
      case sequence, mapping
    }

    fileprivate(set) var kind: Kind
    let mark: Mark
    /// Of a scalar where its text begins and ends; of a collection only the end counts: where what follows it stands.
    fileprivate(set) var start, end: Int32
  }

  private(set) var nodes: [Node] = []
  /// The texts of all scalars, UTF-8.
  private var text: [UInt8] = []

  /// - Parameter count: The bytes of the document.
  init(for count: Int) {
    nodes.reserveCapacity(count / 8 + 16)
    text.reserveCapacity(count + 16)
  }

  mutating func append(_ kind: Node.Kind, _ bytes: UnsafeBufferPointer<UInt8>, at mark: Mark) {
    let start = Int32(text.count)
    text.append(contentsOf: bytes)
    nodes.append(Node(kind: kind, mark: mark, start: start, end: Int32(text.count)))
  }

  /// Begins a collection.
  ///
  /// - Returns: Its place, by which it is ended.
  mutating func begin(_ kind: Node.Kind, at mark: Mark) -> Int {
    nodes.append(Node(kind: kind, mark: mark, start: 0, end: 0))
    return nodes.count - 1
  }

  mutating func end(_ place: Int) { nodes[place].end = Int32(nodes.count) }

  /// Makes the text of the last scalar trimmed and NFC.
  mutating func trimLast() {
    let place = nodes.count - 1
    let range = Int(nodes[place].start)..<Int(nodes[place].end)
    let trimmed = text.withUnsafeBufferPointer { trimmedIfNeeded(UnsafeBufferPointer(rebasing: $0[range])) }
    guard let trimmed else { return }
    text.replaceSubrange(range, with: trimmed.utf8)
    nodes[place].end = Int32(text.count)
    // Blanks around a lone ~ are no part of it, and make it a text.
    if trimmed == "~" { nodes[place].kind = .quoted }
  }

  var isLastEmpty: Bool { nodes.last.map { $0.start == $0.end } ?? true }

  /// Lends the tape for reading.
  func withView<Result>(_ body: (TapeView) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      text.withUnsafeBufferPointer { text in body(TapeView(nodes: nodes, text: text)) }
    }
  }
}

/// A tape that is lent; nodes are named by their places on it.
struct TapeView {
  let nodes: UnsafeBufferPointer<Tape.Node>
  private let bytes: UnsafeBufferPointer<UInt8>

  init(nodes: UnsafeBufferPointer<Tape.Node>, text: UnsafeBufferPointer<UInt8>) {
    self.nodes = nodes
    bytes = text
  }

  /// The text of a scalar.
  func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(nodes[place].start)..<Int(nodes[place].end)])
  }

  func string(_ place: Int) -> String { String(decoding: text(place), as: UTF8.self) }

  func mark(_ place: Int) -> Mark { nodes[place].mark }

  func isScalar(_ place: Int) -> Bool { nodes[place].kind == .plain || nodes[place].kind == .quoted }

  /// Where what follows a node stands, past all that is inside it.
  func next(after place: Int) -> Int { isScalar(place) ? place + 1 : Int(nodes[place].end) }

  /// The places inside a collection: of each item, or of each key, whose value stands right behind it.
  func children(of place: Int) -> Children { Children(tape: self, place: place) }

  struct Children: Sequence, IteratorProtocol {
    private let tape: TapeView
    private let isMapping: Bool
    private let end: Int
    private var place: Int

    init(tape: TapeView, place: Int) {
      self.tape = tape
      isMapping = tape.nodes[place].kind == .mapping
      end = Int(tape.nodes[place].end)
      self.place = place + 1
    }

    mutating func next() -> Int? {
      guard place < end else { return nil }
      defer { place = tape.next(after: isMapping ? place + 1 : place) }
      return place
    }
  }
}

extension TapeView {
  /// Whether nothing was written: `~`, or no text at all. Of trimmed scalars.
  func isMissing(_ place: Int) -> Bool {
    guard isScalar(place) else { return false }
    let text = text(place)
    return text.isEmpty || isTilde(place)
  }

  private func isTilde(_ place: Int) -> Bool {
    let text = text(place)
    return text.count == 1 && text[0] == UInt8(ascii: "~") && nodes[place].kind == .plain
  }

  func shape(_ place: Int) -> ValueProblem.Shape {
    switch nodes[place].kind {
    case .plain, .quoted: .text
    case .sequence: .list
    case .mapping: .map
    }
  }

  /// Everything a node holds as one line of text, for keys that no field has.
  func flattened(_ place: Int) -> String {
    switch nodes[place].kind {
    case .plain, .quoted: isTilde(place) ? "" : string(place)
    case .sequence: children(of: place).map(flattened).joined(separator: ", ")
    case .mapping: children(of: place).map { "\(string($0)): \(flattened($0 + 1))" }.joined(separator: ", ")
    }
  }

  /// Every key that a map inside a node has twice.
  func duplicates(in place: Int) -> [Fault] {
    switch nodes[place].kind {
    case .plain, .quoted: return []
    case .sequence: return children(of: place).flatMap(duplicates)
    case .mapping:
      var lines: [String: Int] = [:]
      var faults: [Fault] = []
      for key in children(of: place) {
        let name = string(key)
        if let line = lines[name] {
          faults.append(Fault(.frontMatter(.duplicate(key: name, same: nil, line: line)), at: mark(key)))
        } else {
          lines[name] = Int(mark(key).line)
        }
        faults += duplicates(in: key + 1)
      }
      return faults
    }
  }

  /// A node with everything inside it as a tree.
  func tree(_ place: Int) -> Node {
    let content: Node.Content =
      switch nodes[place].kind {
      case .plain, .quoted: .scalar(string(place), isPlain: nodes[place].kind == .plain)
      case .sequence: .sequence(children(of: place).map(tree))
      case .mapping:
        .mapping(children(of: place).map { Node.Pair(key: string($0), mark: mark($0), value: tree($0 + 1)) })
      }
    return Node(content: content, mark: mark(place))
  }
}
