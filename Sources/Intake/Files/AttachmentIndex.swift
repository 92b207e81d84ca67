import Complaints
import Glibc

/// Which files lie below attachments/, to answer whether a path names one.
struct AttachmentIndex: Sendable {
  private let names: Set<String>
  /// Symbolic links, which are not followed, relative to attachments/.
  private let links: [String]
  private let root: String

  init(names: [String] = [], links: [String] = [], root: String = "") {
    self.names = Set(names)
    self.links = links
    self.root = root
  }

  func contains(_ path: String) -> Bool { names.contains(path) }

  /// Whether a path passes through a symbolic link to something outside attachments/, or to nothing.
  func leadsOut(_ path: String) -> Bool {
    guard let link = links.first(where: { path == $0 || path.hasPrefix($0 + "/") }) else { return false }
    guard let inside = resolved(root), let target = resolved("\(root)/\(link)") else { return true }
    return !target.hasPrefix(inside + "/")
  }

  /// The path without links; `nil` if nothing is there.
  private func resolved(_ path: String) -> String? {
    guard let pointer = realpath(path, nil) else { return nil }
    defer { free(pointer) }  // Ours to free; copied on the next line.
    return String(cString: pointer)
  }
}
