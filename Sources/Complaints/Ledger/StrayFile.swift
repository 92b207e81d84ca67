/// A case file with an error so bad that it is no case, by those of its words that say whose it is.
package struct StrayFile: Hashable, Sendable {
  package let path: String
  package let owner: String?
  /// Those that its own list names, without shares.
  package let departments: [String]

  /// - Parameter record: What could be read of it.
  package init(path: String, _ record: Record) {
    self.path = path
    owner = record.text("owner")
    departments = record.maps("departments").compactMap { $0.text("name") }
  }
}
