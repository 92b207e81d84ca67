package import Digests

/// One file of the site and how its bytes are made; nothing is rendered before it is asked for.
package struct Page: Sendable {
  package let path: PagePath
  /// Appends the bytes to a buffer that is empty when it is called; from any thread.
  package let render: @Sendable (inout [UInt8]) throws -> Void

  /// Of all that the page reads: where it is the same as before, so is the page. `nil` where the page does not say; from any thread.
  package let inputs: (@Sendable () -> Digest)?

  package init(
    _ path: PagePath, inputs: (@Sendable () -> Digest)? = nil,
    render: @escaping @Sendable (inout [UInt8]) throws -> Void
  ) {
    self.path = path
    self.inputs = inputs
    self.render = render
  }

  /// The same page; where it does not say what it reads, it reads this.
  func reading(_ inputs: Digest?) -> Page {
    guard self.inputs == nil, let inputs else { return self }
    return Page(path, inputs: { inputs }, render: render)
  }
}

/// A file of the ledger or the templates that is published as it is.
package struct CopiedFile: Sendable {
  package let path: PagePath
  package let source: String

  package init(_ path: PagePath, of source: String) {
    self.path = path
    self.source = source
  }
}
