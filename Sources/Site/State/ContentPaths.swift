import Complaints

/// Paths of the ledger's files below its content folder, wherever that stood on the machine that built the site.
struct ContentPaths: Sendable {
  /// How many bytes of each path come before what is shown.
  private let skipped: Int

  private static let folders: Set<Substring> = [
    "cases", "reports", "improvements", "processes", "exposure", "tallies", "calendar", "pages", "attachments",
    "site.yaml",
  ]

  /// - Parameter folder: The ledger's folder as it was given.
  init(folder: String) { skipped = folder.utf8.count + 1 }

  /// - Parameter paths: All that are known, each as it was read.
  init(_ paths: [String]) {
    guard var shared = paths.first.map(Self.folder) else {
      skipped = 0
      return
    }
    for path in paths.dropFirst() {
      shared = zip(shared, Self.folder(of: path)).prefix { $0 == $1 }.map(\.0)
    }
    // Where all files stand in one folder of the ledger, that folder is part of what is shown.
    if let place = shared.lastIndex(where: Self.folders.contains) { shared.removeSubrange(place...) }
    skipped = shared.reduce(0) { $0 + $1.utf8.count + 1 }
  }

  /// cases/2026/261001.md
  func shown(_ path: String) -> String { String(decoding: path.utf8.dropFirst(skipped), as: UTF8.self) }

  private static func folder(of path: String) -> [Substring] {
    Array(path.split(separator: "/", omittingEmptySubsequences: false).dropLast())
  }
}

extension Ledger {
  var contentPaths: ContentPaths {
    ContentPaths(
      cases.map(\.path) + rejected + narratives.map(\.path) + pages.map(\.path) + exposure.map(\.place.path)
        + diagnostics.map(\.place.path))
  }
}

/// The ledger's folder, and how the pages name it wherever and however it is read.
package struct ContentFolder: Sendable {
  /// As it was given, without a slash at its end; the paths of files begin with it.
  package let given: String
  /// As the repository names it, with a slash at its end; empty at the repository's top.
  package let known: String

  package init(given: String, known: String) {
    self.given = given
    self.known = known
  }
}
