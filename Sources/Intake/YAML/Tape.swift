import Complaints

/// A YAML document as its events follow each other, with their texts: no type is guessed, and nothing is allocated for
/// a single one of them.
///
/// A collection stands before what is inside it. In a mapping keys and values take turns; keys are trimmed and in NFC.
/// Texts that stand in the document as they are meant, as nearly all do, are not copied: a tape must not outlive it.
struct Tape: ~Copyable {
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
    /// Of a scalar where its text begins and ends: in the document, or past its end in what the tape has of its own. Of
    /// a collection only the end counts: where what follows it stands.
    fileprivate(set) var start, end: Int32
  }

  private var nodes: UnsafeMutablePointer<Node>
  private var capacity: Int
  private(set) var count = 0
  /// The document, UTF-8.
  private let source: UnsafeBufferPointer<UInt8>
  /// The texts that do not stand there so.
  private var own: [UInt8] = []

  init(of source: UnsafeBufferPointer<UInt8>) {
    self.source = source
    capacity = source.count / 8 + 16
    nodes = .allocate(capacity: capacity)
  }

  deinit { nodes.deallocate() }

  private mutating func append(_ node: Node) {
    if count == capacity { grow() }
    (nodes + count).initialize(to: node)
    count += 1
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Node>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: nodes, count: count)
    nodes.deallocate()
    (nodes, capacity) = (larger, capacity * 2)
  }

  /// Lays down a scalar whose text stands in the document.
  mutating func append(_ kind: Node.Kind, _ range: Range<Int>, at mark: Mark) {
    append(Node(kind: kind, mark: mark, start: Int32(range.lowerBound), end: Int32(range.upperBound)))
  }

  /// Lays down a scalar whose text has to be kept.
  mutating func append(_ kind: Node.Kind, keeping bytes: UnsafeBufferPointer<UInt8>, at mark: Mark) {
    let range = keep(bytes)
    append(kind, range, at: mark)
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) -> Range<Int> {
    let start = source.count + own.count
    own.append(contentsOf: bytes)
    return start..<source.count + own.count
  }

  /// Begins a collection.
  ///
  /// - Returns: Its place, by which it is ended.
  mutating func begin(_ kind: Node.Kind, at mark: Mark) -> Int {
    append(Node(kind: kind, mark: mark, start: 0, end: 0))
    return count - 1
  }

  mutating func end(_ place: Int) { nodes[place].end = Int32(count) }

  /// Makes the text of the last scalar trimmed and NFC.
  mutating func trimLast() {
    let place = count - 1
    guard let trimmed = withView({ trimmedIfNeeded($0.text(place)) }) else { return }
    let range = keep(trimmed.utf8)
    (nodes[place].start, nodes[place].end) = (Int32(range.lowerBound), Int32(range.upperBound))
    // Blanks around a lone ~ are no part of it, and make it a text.
    if trimmed == "~" { nodes[place].kind = .quoted }
  }

  var isLastEmpty: Bool { count == 0 || nodes[count - 1].start == nodes[count - 1].end }

  /// Lends the tape for reading.
  func withView<Result>(_ body: (TapeView) -> Result) -> Result {
    own.withUnsafeBufferPointer { own in
      body(TapeView(nodes: UnsafeBufferPointer(start: nodes, count: count), source: source, own: own))
    }
  }
}

/// A tape that is lent; nodes are named by their places on it.
struct TapeView {
  let nodes: UnsafeBufferPointer<Tape.Node>
  private let source, own: UnsafeBufferPointer<UInt8>

  init(
    nodes: UnsafeBufferPointer<Tape.Node>, source: UnsafeBufferPointer<UInt8>, own: UnsafeBufferPointer<UInt8>
  ) {
    self.nodes = nodes
    self.source = source
    self.own = own
  }

  /// The text of a scalar.
  func text(_ place: Int) -> UnsafeBufferPointer<UInt8> {
    let (start, end) = (Int(nodes[place].start), Int(nodes[place].end))
    return end <= source.count
      ? UnsafeBufferPointer(rebasing: source[start..<end])
      : UnsafeBufferPointer(rebasing: own[start - source.count..<end - source.count])
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
