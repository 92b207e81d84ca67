import Hypertext

extension Renderer {
  /// Appends the inline content of a paragraph, heading or cell.
  ///
  /// Where markup cuts a text that is not to be shown into parts that would be (`138**0013**8000`), the markup goes.
  ///
  /// - Parameter skipping: A character at the beginning that is not part of the content.
  func content(of node: Node, skipping: Unicode.Scalar? = nil, depth: Int, into out: inout Markup) {
    guard mayChange(node) else {
      return inlines(of: node, skipping: skipping, isLinked: false, isFiltered: false, depth: depth, into: &out)
    }
    if let filter = options.text, node.firstChild?.next != nil {
      let runs = node.runs
      let whole = runs.joined()
      if filter(whole) != whole {
        let parts = runs.map(filter).joined()
        let masked = filter(parts)
        if masked != parts { return out.text(masked.dropping(skipping)) }
      }
    }
    inlines(of: node, skipping: skipping, isLinked: false, isFiltered: true, depth: depth, into: &out)
  }

  /// Whether the audience may see anything else in place of a text inside a node.
  ///
  /// What is asked of all the texts together is answered for each of them, since nothing that has to be hidden stands in
  /// a part that does not stand in the whole.
  private func mayChange(_ node: Node) -> Bool {
    guard options.text != nil else { return false }
    if let child = node.firstChild, child.next == nil, child.kind == .text {
      return child.withLiteral(options.mayChange)
    }
    return node.bytes.withUnsafeBufferPointer(options.mayChange)
  }

  /// - Parameter isFiltered: Whether a filter must see each text.
  private func inlines(
    of parent: Node, skipping: Unicode.Scalar? = nil, isLinked: Bool, isFiltered: Bool, depth: Int,
    into out: inout Markup
  ) {
    var skipping = skipping
    // cmark cuts text at every character that could have meant something; a filter must see it whole.
    var run = ""
    var child = parent.firstChild
    while let node = child {
      switch node.kind {
      case .text where !isFiltered, .htmlInline where !isFiltered:
        node.withLiteral { plain($0, skipping: &skipping, into: &out) }
      case .softBreak where !isFiltered:
        out.text("\n")
        skipping = nil
      case .text, .htmlInline: run += node.literal
      case .softBreak: run += "\n"
      default:
        flush(&run, skipping: &skipping, into: &out)
        inline(node, isLinked: isLinked, isFiltered: isFiltered, depth: depth + 1, into: &out)
      }
      child = node.next
    }
    flush(&run, skipping: &skipping, into: &out)
  }

  /// Appends a text that no filter has to see.
  private func plain(
    _ text: UnsafeBufferPointer<UInt8>, skipping: inout Unicode.Scalar?, into out: inout Markup
  ) {
    guard !text.isEmpty else { return }
    let skipped = skipping.flatMap { text.starts(with: String($0).utf8) ? String($0).utf8.count : nil } ?? 0
    out.text(UnsafeBufferPointer(rebasing: text[skipped...]))
    skipping = nil
  }

  private func flush(_ run: inout String, skipping: inout Unicode.Scalar?, into out: inout Markup) {
    guard !run.isEmpty else { return }
    out.text(shown(run.dropping(skipping)))
    skipping = nil
    run = ""
  }

  private func inline(_ node: Node, isLinked: Bool, isFiltered: Bool, depth: Int, into out: inout Markup) {
    func inside(_ out: inout Markup, isLinked: Bool) {
      inlines(of: node, isLinked: isLinked, isFiltered: isFiltered, depth: depth, into: &out)
    }
    guard depth < Renderer.deepest else { return out.text(shown(node.runs.joined())) }
    switch node.kind {
    case .code: out.element("code", text: shown(node.literal))
    case .emphasis: out.element("em", class: nil) { inside(&$0, isLinked: isLinked) }
    case .strong: out.element("strong", class: nil) { inside(&$0, isLinked: isLinked) }
    case .lineBreak:
      out.void("br")
      out.text("\n")
    case .link:
      guard !isLinked, let href = href(of: node) else { return inside(&out, isLinked: isLinked) }
      out.element("a", [Attribute("href", href), title(of: node)]) { inside(&$0, isLinked: true) }
    case .image: image(node, isLinked: isLinked, into: &out)
    default: inside(&out, isLinked: isLinked)
    }
  }

  private func href(of node: Node) -> String? {
    guard let destination = visibleDestination(of: node) else { return nil }
    switch destination {
    case .remote(let url), .contact(let url): return percentEncoded(url)
    case .relative(let path): return options.relativeLink(path).map(percentEncoded)
    }
  }

  /// Appends a local image, or a link to a remote one; a page asks nothing of the network.
  private func image(_ node: Node, isLinked: Bool, into out: inout Markup) {
    let text = shown(node.runs.joined())
    switch visibleDestination(of: node) {
    case .remote(let url) where !isLinked:
      out.element(
        "a", [Attribute("href", percentEncoded(url)), title(of: node)], text: text.isEmpty ? shown(url) : text)
    case .relative(let path):
      guard let found = options.attachment(percentDecoded(path)) else { return out.text(text) }
      out.void("img", [Attribute("src", percentEncoded(found)), Attribute("alt", text), title(of: node)])
    default: out.text(text)
    }
  }

  /// Where a link may lead; `nil` for a dangerous destination, and for one with something in it that is not to be shown.
  private func visibleDestination(of node: Node) -> Destination? {
    let written = node.destination
    guard let destination = Destination(written) else { return nil }
    let readable = percentDecoded(written)
    return shown(readable) == readable ? destination : nil
  }

  private func title(of node: Node) -> Attribute {
    let title = node.title
    return Attribute("title", title.isEmpty ? nil : shown(title))
  }
}

extension String {
  /// The string without a scalar at its beginning, if it is there.
  fileprivate func dropping(_ scalar: Unicode.Scalar?) -> String {
    guard let scalar, unicodeScalars.first == scalar else { return self }
    return String(unicodeScalars.dropFirst())
  }
}
