import Glibc

/// What stands at a path, symbolic links not followed.
enum FileKind {
  case folder, file, link, other

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG: self = .file
    case S_IFLNK: self = .link
    default: self = .other
    }
  }
}

/// The kind of what stands at a path; `nil` if nothing does.
func kind(of path: String) throws(PublishingFailure) -> FileKind? {
  try status(of: path).map { FileKind($0) }
}

/// What the system knows of a path, symbolic links not followed; `nil` if nothing stands there.
func status(of path: String) throws(PublishingFailure) -> stat? {
  var status = stat()
  while lstat(path, &status) != 0 {
    if errno == ENOENT { return nil }
    if errno != EINTR { throw .system(action: .look, path: path, code: errno) }
  }
  return status
}

extension stat {
  /// Whether both are one file under two names.
  func isSameFile(as other: stat) -> Bool { st_ino == other.st_ino && st_dev == other.st_dev }
}
