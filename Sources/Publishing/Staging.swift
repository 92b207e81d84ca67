import CLinux
import Glibc

/// A folder beside the output folder in which the new site grows until it takes the other's place.
struct Staging {
  let output: String
  /// On the same file system as the output, since it stands beside it.
  let path: String

  init(output: String) {
    self.output = output
    let cut = output.lastIndex(of: "/").map { output.index(after: $0) } ?? output.startIndex
    path = output[..<cut] + "." + output[cut...] + ".kesu-staging"
  }

  /// Makes the folder anew; what a killed build left in it is removed first.
  func begin() throws(PublishingFailure) {
    try removeTree(path)
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  }

  /// Brings all data to the disk, then puts the new site in the old one's place in one step, and removes the old one.
  func finish() throws(PublishingFailure) {
    let folder = try call(.look, path) { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(folder) }
    let code = sync_file_system(folder)
    guard code == 0 else { throw .system(action: .sync, path: path, code: code) }
    if try kind(of: output) == nil {
      try call(.exchange, output) { rename(path, output) }
    } else {
      let code = exchange_paths(path, output)
      guard code == 0 else { throw .system(action: .exchange, path: output, code: code) }
      try removeTree(path)
    }
    try syncParent()
  }

  /// The rename itself reaches the disk with the folder that holds both names.
  private func syncParent() throws(PublishingFailure) {
    let parent = parentFolder(of: output)
    let folder = try call(.look, parent) { open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    defer { close(folder) }
    try call(.sync, parent) { fsync(folder) }
  }
}

/// The folder that holds a path: `.` for a lone name.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

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
