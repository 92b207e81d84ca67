import CCmark

/// A node of a parsed document; it must not outlive the call of `withDocument` that it came from.
struct Node {
  enum Kind {
    case blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image
    /// The document itself, and what this parser never makes.
    case other
  }

  private let pointer: OpaquePointer

  fileprivate init(_ pointer: OpaquePointer) {
    self.pointer = pointer
  }

  var kind: Kind { Kind(cmark_node_get_type(pointer)) }
  var firstChild: Node? { cmark_node_first_child(pointer).map(Node.init) }
  var next: Node? { cmark_node_next(pointer).map(Node.init) }
  var parent: Node? { cmark_node_parent(pointer).map(Node.init) }

  /// The text of a leaf, the bytes of which cmark has checked and freed of NUL; empty for other nodes.
  var literal: String { Node.string(cmark_node_get_literal(pointer)) }

  /// Lends the same as bytes.
  func withLiteral<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard let literal = cmark_node_get_literal(pointer) else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    var count = 0
    while literal[count] != 0 { count += 1 }
    return literal.withMemoryRebound(to: UInt8.self, capacity: count) {
      body(UnsafeBufferPointer(start: $0, count: count))
    }
  }

  var destination: String { Node.string(cmark_node_get_url(pointer)) }
  var title: String { Node.string(cmark_node_get_title(pointer)) }
  /// What follows the opening fence; empty for indented code.
  var info: String { Node.string(cmark_node_get_fence_info(pointer)) }

  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
  var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
  var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
  var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Lines count from 1, columns too, in bytes.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }

  /// The texts inside, in order, one for each stretch that no markup interrupts; no markup, however deep.
  ///
  /// Soft breaks and raw HTML belong to the text around them, since that is how they are shown.
  var runs: [String] {
    guard let iterator = cmark_iter_new(pointer) else { preconditionFailure("cmark aborts rather than return NULL") }
    defer { cmark_iter_free(iterator) }  // Ours to free; the nodes stay the document's.
    var runs: [String] = []
    var run = ""
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let current = cmark_iter_get_node(iterator) else { break }
      let node = Node(current)
      switch node.kind {
      case .text, .htmlInline: run += node.literal
      case .softBreak: run += "\n"
      default:
        if !run.isEmpty { runs.append(run) }
        run = ""
        switch node.kind {
        case .code, .codeBlock, .htmlBlock: runs.append(node.literal)
        case .lineBreak: runs.append("\n")
        case .paragraph, .heading: if event == CMARK_EVENT_EXIT, current != pointer { runs.append("\n") }
        default: break
        }
      }
    }
    return run.isEmpty ? runs : runs + [run]
  }

  /// The bytes of all texts inside that `runs` has, for a first look.
  var bytes: [UInt8] {
    guard let iterator = cmark_iter_new(pointer) else { preconditionFailure("cmark aborts rather than return NULL") }
    defer { cmark_iter_free(iterator) }  // Ours to free; the nodes stay the document's.
    var bytes: [UInt8] = []
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE, let current = cmark_iter_get_node(iterator) {
      let node = Node(current)
      switch node.kind {
      case .softBreak, .lineBreak, .paragraph, .heading: bytes.append(UInt8(ascii: "\n"))
      default: node.withLiteral { bytes += $0 }
      }
    }
    return bytes
  }

  private static func string(_ bytes: UnsafePointer<CChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}

extension Node.Kind {
  fileprivate init(_ type: cmark_node_type) {
    switch type {
    case CMARK_NODE_BLOCK_QUOTE: self = .blockQuote
    case CMARK_NODE_LIST: self = .list
    case CMARK_NODE_ITEM: self = .item
    case CMARK_NODE_CODE_BLOCK: self = .codeBlock
    case CMARK_NODE_HTML_BLOCK: self = .htmlBlock
    case CMARK_NODE_PARAGRAPH: self = .paragraph
    case CMARK_NODE_HEADING: self = .heading
    case CMARK_NODE_THEMATIC_BREAK: self = .thematicBreak
    case CMARK_NODE_TEXT: self = .text
    case CMARK_NODE_SOFTBREAK: self = .softBreak
    case CMARK_NODE_LINEBREAK: self = .lineBreak
    case CMARK_NODE_CODE: self = .code
    case CMARK_NODE_HTML_INLINE: self = .htmlInline
    case CMARK_NODE_EMPH: self = .emphasis
    case CMARK_NODE_STRONG: self = .strong
    case CMARK_NODE_LINK: self = .link
    case CMARK_NODE_IMAGE: self = .image
    default: self = .other
    }
  }
}

/// Parses CommonMark 0.30 and hands the document to `body`, which must not keep any node of it.
///
/// Every call has a document of its own, so any number of threads may be inside.
func withDocument<Result>(
  _ source: UnsafeBufferPointer<UInt8>, _ body: (Node) throws -> Result
) rethrows -> Result {
  let root = source.withMemoryRebound(to: CChar.self) {
    cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
  }
  guard let root else { preconditionFailure("cmark aborts rather than return NULL") }
  defer { cmark_node_free(root) }  // Ours to free, all nodes with it; strings are copied when they are read.
  return try body(Node(root))
}
