import Hypertext

/// Walks a document and writes it as markup.
///
/// Recursion is as deep as the document, so it ends at `deepest`; what lies further down is shown as text. A class, since
/// every element that is written holds it.
final class Renderer {
  static let deepest = 100

  let options: NarrativeOptions
  /// Whether the narrative may hold pipe tables; then so may its parts.
  private let hasTables: Bool
  /// The source being rendered, by lines, where it may hold pipe tables; `nil` where it cannot.
  var lines: SourceLines?
  /// The line of the file that the first line of the source is.
  var firstLine = 1
  /// How many remainders of broken tables this one is inside of.
  var fragments = 0
  var slugs = HeadingSlugs()
  var definitions: LinkDefinitions

  /// - Parameter narrative: All of it, for the links that it defines.
  init(_ options: NarrativeOptions, for narrative: UnsafeBufferPointer<UInt8>) {
    self.options = options
    hasTables = mayHoldTables(narrative)
    definitions = hasTables ? LinkDefinitions(narrative) : LinkDefinitions()
  }

  /// A text as the audience may see it.
  func shown(_ text: String) -> String {
    options.text?(text) ?? text
  }

  /// Appends a source of its own: the narrative, or what a table leaves over of a paragraph.
  func render(
    _ source: UnsafeBufferPointer<UInt8>, firstLine: Int, isTight: Bool, depth: Int, into out: inout Markup
  ) {
    let outer = (lines, self.firstLine)
    lines = hasTables && mayHoldTables(source) ? SourceLines(source) : nil
    self.firstLine = firstLine
    withDocument(source) { blocks(of: $0, isTight: isTight, depth: depth, into: &out) }
    (lines, self.firstLine) = outer
  }

  /// Appends the blocks inside a block.
  ///
  /// - Parameter isTight: Whether paragraphs stand without an element of their own, as in a list without blank lines.
  func blocks(of parent: Node, isTight: Bool, depth: Int, into out: inout Markup) {
    var child = parent.firstChild
    while let node = child {
      block(node, isTight: isTight, depth: depth + 1, into: &out)
      child = node.next
    }
  }

  private func block(_ node: Node, isTight: Bool, depth: Int, into out: inout Markup) {
    guard depth < Renderer.deepest else { return plain(node, into: &out) }
    switch node.kind {
    case .paragraph: paragraph(node, isTight: isTight, depth: depth, into: &out)
    case .heading: heading(node, isTight: isTight, depth: depth, into: &out)
    case .codeBlock: code(node, into: &out)
    case .htmlBlock: plain(node, into: &out)
    case .thematicBreak: line(&out) { $0.void("hr") }
    case .blockQuote:
      line(&out) { out in
        out.element("blockquote") { out in
          out.text("\n")
          blocks(of: node, isTight: false, depth: depth, into: &out)
        }
      }
    case .list: list(node, depth: depth, into: &out)
    default: blocks(of: node, isTight: isTight, depth: depth, into: &out)
    }
  }

  private func paragraph(_ node: Node, isTight: Bool, depth: Int, into out: inout Markup) {
    if tables(in: node, isTight: isTight, depth: depth, into: &out) { return }
    guard !isTight else { return content(of: node, depth: depth, into: &out) }
    line(&out) { $0.element("p") { content(of: node, depth: depth, into: &$0) } }
  }

  private func heading(_ node: Node, isTight: Bool, depth: Int, into out: inout Markup) {
    if tables(in: node, isTight: isTight, depth: depth, into: &out) { return }
    let names: [StaticString] = ["h1", "h2", "h3", "h4", "h5", "h6"]
    let level = min(max(node.headingLevel + options.headingBase, 1), names.count)
    let id = options.headingIDPrefix.map { $0 + slugs.next(for: shown(node.runs.joined())) }
    line(&out) {
      $0.element(names[level - 1], [Attribute("id", id)]) { content(of: node, depth: depth, into: &$0) }
    }
  }

  private func list(_ list: Node, depth: Int, into out: inout Markup) {
    let start = list.isOrdered && list.listStart != 1 ? [Attribute("start", list.listStart)] : []
    line(&out) { out in
      out.element(list.isOrdered ? "ol" : "ul", start) { out in
        out.text("\n")
        var child = list.firstChild
        while let item = child {
          out.element("li") { blocks(of: item, isTight: list.isTight, depth: depth + 1, into: &$0) }
          out.text("\n")
          child = item.next
        }
      }
    }
  }

  private func code(_ node: Node, into out: inout Markup) {
    let language = node.info.prefix { $0 != " " && $0 != "\t" }
    if language == "kesu", let block = options.liveBlock?(node.literal, firstLine + node.startLine - 1) {
      return line(&out) { $0.append(block) }
    }
    let name = language.isEmpty ? nil : "language-" + shown(String(language))
    line(&out) { out in
      out.element("pre") { $0.element("code", [Attribute("class", name)], text: shown(node.literal)) }
    }
  }

  /// Appends what is not read as markup: raw HTML, and what lies too deep.
  private func plain(_ node: Node, into out: inout Markup) {
    var text = node.runs.joined()
    while text.utf8.last == UInt8(ascii: "\n") { text.removeLast() }
    line(&out) { $0.element("p", text: shown(text)) }
  }

  /// Appends a block on lines of its own.
  func line(_ out: inout Markup, _ content: (inout Markup) -> Void) {
    if let last = out.last, last != UInt8(ascii: "\n") { out.text("\n") }
    content(&out)
    out.text("\n")
  }
}
