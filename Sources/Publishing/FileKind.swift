import Glibc

/// What stands at a path, symbolic links not followed.
enum FileKind { case folder, file, link, other }

/// The kind of what stands at a path; `nil` if nothing does.
func kind(of path: String) throws(PublishingFailure) -> FileKind? {
  var status = stat()
  guard lstat(path, &status) == 0 else {
    if errno == ENOENT { return nil }
    throw .system(action: .look, path: path, code: errno)
  }
  switch status.st_mode & S_IFMT {
  case S_IFDIR: return .folder
  case S_IFREG: return .file
  case S_IFLNK: return .link
  default: return .other
  }
}
