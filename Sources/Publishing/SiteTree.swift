/// What stands in a folder that this program made, by paths relative to it.
struct SiteTree {
  /// Regular files that the manifest names; the manifest itself is not among them.
  private(set) var own: [String] = []
  /// Files that the manifest does not name, and whatever else is no folder: a link under a page's name is not what was written.
  private(set) var foreign: [String] = []
  /// Each after the one that holds it.
  private(set) var folders: [String] = []
  /// Those that hold foreign files or nothing, and those that hold these; each after the one that holds it.
  private(set) var foreignFolders: [String] = []
  /// Bytes, since two names that only look alike are two files; `nil` if every file is ours.
  private let listed: Set<[UInt8]>?

  /// - Parameter manifest: `nil` for a folder in which every file is ours.
  init(of site: String, manifest: Manifest?) throws(PublishingFailure) {
    listed = manifest.map { Set($0.paths.map { Array($0.utf8) }) }
    _ = try walk(site, "")
    // By bytes, a folder stands before all that it holds.
    folders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    foreignFolders.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns whether a folder is to be kept for what others put there.
  private mutating func walk(_ site: String, _ folder: String) throws(PublishingFailure) -> Bool {
    var (holdsForeign, holdsOwn) = (false, false)
    for entry in try entries(of: folder.isEmpty ? site : site + "/" + folder) {
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      if path == Manifest.name, entry.kind == .file { continue }
      let isForeign: Bool
      if entry.kind == .folder {
        folders.append(path)
        isForeign = try walk(site, path)
      } else {
        isForeign = entry.kind != .file || !(listed?.contains(Array(path.utf8)) ?? true)
        if isForeign { foreign.append(path) } else { own.append(path) }
      }
      if isForeign { holdsForeign = true } else { holdsOwn = true }
    }
    let isForeign = holdsForeign || !holdsOwn
    if isForeign, !folder.isEmpty { foreignFolders.append(folder) }
    return isForeign
  }
}
