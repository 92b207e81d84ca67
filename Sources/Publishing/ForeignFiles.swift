import Glibc

/// Gives the new site what others put into the old one, such as a CNAME file: the same file under a second name.
///
/// - Parameters:
///   - old: The site that stands.
///   - new: The one that will take its place, with all its own files.
/// - Throws: `.foreignFile` where the new site has a file of that name itself.
func keepForeignFiles(of old: String, in new: String) throws(PublishingFailure) {
  guard let manifest = try Manifest(of: old) else { throw .foreignFolder(path: old) }
  let tree = try SiteTree(of: old, manifest: manifest)
  for folder in tree.foreignFolders { try keepFolder(folder, of: old, in: new) }
  for file in tree.foreign { try keepFile(file, of: old, in: new) }
}

/// Makes a folder of the old site in the new one, for the same people; one that is there already is fine.
private func keepFolder(_ folder: String, of old: String, in new: String) throws(PublishingFailure) {
  let (path, former) = (new + "/" + folder, old + "/" + folder)
  guard let status = try status(of: former) else { return }
  do {
    try call(.keep, former) { mkdir(path, 0o700) }
  } catch .system(_, _, EEXIST) {
    if try kind(of: path) == .folder { return }
    throw .foreignFile(path: former)
  }
  try call(.keep, former) { chmod(path, status.st_mode & 0o7777) }
}

/// Gives a file of the old site its name in the new one; nothing happens where it bears that name already.
func keepFile(_ file: String, of old: String, in new: String) throws(PublishingFailure) {
  let (path, former) = (new + "/" + file, old + "/" + file)
  do {
    try call(.keep, former) { link(former, path) }
  } catch .system(_, _, EEXIST) {
    if let one = try status(of: former), let other = try status(of: path), one.isSameFile(as: other) { return }
    throw .foreignFile(path: former)
  }
}
