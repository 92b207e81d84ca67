import Glibc

/// Makes a folder of the old site in the new one, for the same people; one that is there already is fine.
func keepFolder(_ folder: String, of old: String, in new: String) throws(PublishingFailure) {
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
    // It may have vanished meanwhile, or have its second name already.
    if let one = try status(of: former), let other = try status(of: path), one.isSameFile(as: other) { return }
    throw .foreignFile(path: former)
  }
}
