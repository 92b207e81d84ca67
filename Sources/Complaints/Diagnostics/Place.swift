/// A place in a file of the ledger: lines and columns count from 1, in Unicode scalars, a byte order mark not counted.
package struct Place: Hashable, Sendable {
  /// As given by `--content`: content/cases/2026/261001.md
  package let path: String
  package let line: Int
  package let column: Int

  /// A place in a file; what concerns the whole file stands at 1:1.
  package init(path: String, line: Int = 1, column: Int = 1) {
    self.path = path
    self.line = line
    self.column = column
  }
}

extension Place: Comparable {
  package static func < (one: Place, other: Place) -> Bool {
    (one.path, one.line, one.column) < (other.path, other.line, other.column)
  }
}

extension Place: CustomStringConvertible {
  package var description: String { "\(path):\(line):\(column)" }
}

/// Line and column within a file whose path is known from elsewhere.
package struct Mark: Hashable, Sendable {
  package let line: Int32
  package let column: Int32

  package init(line: Int, column: Int) {
    self.line = Int32(clamping: line)
    self.column = Int32(clamping: column)
  }

  /// The place of this mark in a file.
  package func place(in path: String) -> Place { Place(path: path, line: Int(line), column: Int(column)) }
}
