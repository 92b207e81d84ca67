import Glibc
import Threads

/// Removes a folder that this program made beside a site: one that a build left behind, or the site's predecessor.
///
/// What others put into it is kept in the site first: a file may come between the last look at the old site and the exchange. Links are removed, not followed. The marker goes last, so that the rest of a killed removal is known again.
///
/// - Parameters:
///   - site: Need not be there.
///   - known: Second names of files that stand in the site under the first, or stood there until somebody removed them.
/// - Returns: What others had put there, by the paths under which it is kept in the site.
/// - Throws: `.foreignFolder` for a folder that this program did not make; `.foreignFile` for a file that the site cannot take.
@discardableResult
func removeSite(
  _ folder: String, beside site: String, known: [SiteRecord.Foreign] = [], jobs: Int
) throws -> [String] {
  switch try kind(of: folder) {
  case nil: return []
  case .folder: break
  case .file, .link, .other: throw PublishingFailure.foreignFile(path: folder)
  }
  let marker = folder + "/" + Manifest.name
  let isMarked = try kind(of: marker) == .file
  // The folder is made before its marker: a build may be killed between the two.
  guard try isMarked || entries(of: folder).isEmpty else { throw PublishingFailure.foreignFolder(path: folder) }
  // A marker without its text never was a site's: a site is brought to the disk before it takes its place.
  let tree = try SiteTree(of: folder, manifest: Manifest(of: folder))
  let foreign = try tree.foreign.filter { try !isKnown($0, in: folder, known) }
  if !foreign.isEmpty { for path in tree.foreignFolders { try keepFolder(path, of: folder, in: site) } }
  for file in foreign { try keepFile(file, of: folder, in: site) }
  for file in tree.foreign { try remove(folder + "/" + file) }
  _ = try inParallel(tree.own.count, jobs: jobs) { index in try remove(folder + "/" + tree.own[index]) }
  for path in tree.folders.reversed() { try call(.remove, folder + "/" + path) { rmdir(folder + "/" + path) } }
  if isMarked { try remove(marker) }
  try call(.remove, folder) { rmdir(folder) }
  return foreign
}

private func isKnown(
  _ file: String, in folder: String, _ known: [SiteRecord.Foreign]
) throws(PublishingFailure) -> Bool {
  guard !known.isEmpty, let status = try status(of: folder + "/" + file) else { return false }
  return known.contains(SiteRecord.Foreign(path: file, inode: UInt64(status.st_ino)))
}

func remove(_ path: String) throws(PublishingFailure) {
  try call(.remove, path) { unlink(path) }
}
