package import Digests

/// One file of the site and how its bytes are made; nothing is rendered before it is asked for.
package struct Page: Sendable {
  package let path: PagePath
  /// Appends the bytes to a buffer that is empty when it is called; from any thread.
  package let render: @Sendable (inout [UInt8]) throws -> Void

  /// Of all that the page reads: where it is the same as before, so is the page. `nil` where the page does not say; from any thread.
  package let inputs: (@Sendable () -> Digest)?

  /// The page as pieces whose bytes make it up in a row, each made of less than the whole is; `nil` where it is made in one.
  package let pieces: (@Sendable () throws -> [PagePiece])?

  package init(
    _ path: PagePath, inputs: (@Sendable () -> Digest)? = nil,
    render: @escaping @Sendable (inout [UInt8]) throws -> Void
  ) {
    self.init(path, inputs: inputs, pieces: nil, render: render)
  }

  /// A page of pieces.
  init(_ path: PagePath, pieces: @escaping @Sendable () throws -> [PagePiece]) {
    self.init(path, inputs: nil, pieces: pieces) { buffer in
      for piece in try pieces() { try piece.render(&buffer) }
    }
  }

  private init(
    _ path: PagePath, inputs: (@Sendable () -> Digest)?, pieces: (@Sendable () throws -> [PagePiece])?,
    render: @escaping @Sendable (inout [UInt8]) throws -> Void
  ) {
    self.path = path
    self.inputs = inputs
    self.pieces = pieces
    self.render = render
  }

  /// The same page; where it does not say what it reads, it reads this.
  func reading(_ inputs: (@Sendable () -> Digest)?) -> Page {
    guard self.inputs == nil, let inputs else { return self }
    return Page(path, inputs: inputs, pieces: pieces, render: render)
  }
}

/// A run of a page's bytes.
package struct PagePiece: Sendable {
  /// Of all that it is made of, as `Page.inputs` is, and of which piece of the page it is.
  package let inputs: Digest
  /// Appends the bytes to those of the pieces before.
  package let render: @Sendable (inout [UInt8]) throws -> Void
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
