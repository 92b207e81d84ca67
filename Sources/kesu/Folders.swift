import Glibc

/// Whether a folder stands at a path, perhaps behind a link.
func isFolder(_ path: String) -> Bool {
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}

/// A path without slashes at its end, so that paths in messages have none in the middle twice.
func withoutTrailingSlash(_ path: String) -> String {
  var path = path
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  return path
}

/// The path without links and from the root on; as it is where nothing stands there.
func absolutePath(_ path: String) -> String {
  guard let real = realpath(path, nil) else { return path }
  defer { free(real) }  // Ours to free; copied on the next line.
  return String(cString: real)
}

/// A folder to read that is not there.
struct MissingFolder: Error, CustomStringConvertible {
  let path: String
  /// By which another one is named: `--content`.
  let option: String

  var description: String { "\(path): there is no such folder; run kesu where it is, or name it with \(option)" }
}

/// Throws `MissingFolder` unless something stands at a path.
func requireFolder(_ path: String, option: String) throws(MissingFolder) {
  var status = stat()
  if stat(path, &status) != 0, errno == ENOENT { throw MissingFolder(path: path, option: option) }
}
