/// A file of the site: where it stands, and what makes its bytes.
package struct OutputFile: Sendable {
  /// Relative to the output folder, with `/` between its parts; none of them is `..`.
  package let path: String
  package let content: Content

  /// Where the bytes come from.
  package enum Content: Sendable {
    /// Appends the bytes to a buffer that is empty when it is called.
    case made(@Sendable (inout [UInt8]) throws -> Void)
    /// The bytes of a file elsewhere, which is a regular file.
    case copy(of: String)
  }

  package init(path: String, content: Content) {
    precondition(!path.hasPrefix("/") && !path.split(separator: "/").contains(".."), "a path inside the output")
    self.path = path
    self.content = content
  }

  /// The folder it stands in, relative to the output folder; empty at its top.
  var folder: String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }
}
