package import Digests

/// A file of the site: where it stands, and what makes its bytes.
package struct OutputFile: Sendable {
  /// Relative to the output folder, with `/` between its parts; none of them is `..`.
  package let path: String
  package let content: Content
  /// Of all that the bytes are made of: where it is the same as before, so are they. `nil` where nobody can tell; from any thread.
  package let inputs: (@Sendable () -> Digest)?

  /// Where the bytes come from.
  package enum Content: Sendable {
    /// Appends the bytes to a buffer that is empty when it is called.
    case made(@Sendable (inout [UInt8]) throws -> Void)
    /// The bytes of several pieces in a row, told when the file has to be made.
    case pieced(@Sendable () throws -> [FilePiece])
    /// The bytes of a file elsewhere, which is a regular file.
    case copy(of: String)
  }

  package init(path: String, content: Content, inputs: (@Sendable () -> Digest)? = nil) {
    precondition(path.utf8.first != UInt8(ascii: "/"), "a path inside the output")
    self.path = path
    self.content = content
    self.inputs = inputs
  }
}
