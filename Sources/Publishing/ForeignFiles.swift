import Glibc

/// Gives the new site what others put into the old one, such as a CNAME file: the same file under a second name.
///
/// - Parameters:
///   - old: The site that stands.
///   - new: The one that will take its place, with all its own files.
/// - Throws: `.foreignFile` where the new site has a file of that name itself.
func keepForeignFiles(of old: String, in new: String) throws(PublishingFailure) {
  guard let manifest = try Manifest(of: old) else { throw .foreignFolder(path: old) }
  let foreign = try ForeignFiles(in: old, manifest: manifest)
  for folder in foreign.folders {
    let path = new + "/" + folder
    if mkdir(path, 0o777) == 0 { continue }
    let code = errno
    if code == EEXIST, try kind(of: path) == .folder { continue }
    throw code == EEXIST
      ? .foreignFile(path: old + "/" + folder) : .system(action: .keep, path: old + "/" + folder, code: code)
  }
  for file in foreign.files {
    if link(old + "/" + file, new + "/" + file) == 0 { continue }
    let (path, code) = (old + "/" + file, errno)
    throw code == EEXIST ? .foreignFile(path: path) : .system(action: .keep, path: path, code: code)
  }
}

/// What stands in a site and is not in its manifest, by paths relative to it.
private struct ForeignFiles {
  /// Those that hold foreign files or nothing, each after the one that holds it.
  private(set) var folders: [String] = []
  /// Links, pipes and the like among them.
  private(set) var files: [String] = []
  /// Bytes, since two names that only look alike are two files.
  private let own: Set<[UInt8]>

  init(in site: String, manifest: Manifest) throws(PublishingFailure) {
    own = Set((manifest.paths + [Manifest.name]).map { Array($0.utf8) })
    let folders = try walk(site, "")
    self.folders = folders.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns the folders to make for what was found below one folder.
  private mutating func walk(_ site: String, _ folder: String) throws(PublishingFailure) -> [String] {
    var (needed, holdsForeign, holdsOwn) = ([String](), false, false)
    for (name, isFolder) in try entries(of: folder.isEmpty ? site : site + "/" + folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      if isFolder {
        let below = try walk(site, path)
        needed += below
        if below.last == path { holdsForeign = true } else { holdsOwn = true }
      } else if own.contains(Array(path.utf8)) {
        holdsOwn = true
      } else {
        files.append(path)
        holdsForeign = true
      }
    }
    let isForeign = holdsForeign || !holdsOwn
    return isForeign && !folder.isEmpty ? needed + [folder] : needed
  }
}
