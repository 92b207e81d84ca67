import Complaints

/// Paths as the machines that read a repository name them: from the top of its work tree on.
struct RepositoryPaths {
  /// A folder as it was given, and the same from the top of the work tree on; both end in `/`.
  private let folders: [(given: String, fromTop: String)]

  /// - Parameter folders: Those that are read, as they were given; one outside a repository keeps its name.
  init(_ folders: [String]) {
    self.folders = folders.map { given in (given + "/", Git.pathFromTop(of: given) ?? given + "/") }
  }

  func path(of place: Place) -> String {
    for (given, fromTop) in folders where place.path.hasPrefix(given) {
      return fromTop + place.path.dropFirst(given.count)
    }
    return place.path
  }
}
