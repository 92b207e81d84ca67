import Glibc

/// Makes sure that a folder may be replaced: it is not there yet, or this program made it, and it neither holds nor lies in what is read.
///
/// - Parameter sources: The folders that the build reads.
/// - Returns: The output path with its parent resolved and no slash at its end; use this from here on.
package func checkOutput(_ output: String, sources: [String]) throws(PublishingFailure) -> String {
  let output = try resolved(output)
  for source in sources {
    guard let real = realPath(source) else { continue }
    if isAround(real, output) || output == "/" { throw .overlaps(output: output, source: source) }
  }
  // What git keeps for itself stands in a work tree, but nobody publishes there.
  if output.split(separator: "/").contains(".git") { throw .workTree(path: output) }
  switch try kind(of: output) {
  case nil: return output
  case .folder: break
  case .file, .link, .other: throw .notAFolder(path: output)
  }
  if try kind(of: output + "/.git") != nil { throw .workTree(path: output) }
  guard try Manifest.isThere(in: output) else { throw .foreignFolder(path: output) }
  return output
}

/// Makes sure that what the program keeps for itself and the site keep out of each other's way.
///
/// - Parameter output: As `checkOutput` returned it.
/// - Returns: The path of the cache with its parent resolved.
package func checkCache(_ cache: String, output: String) throws(PublishingFailure) -> String {
  let path: String
  if let real = realPath(cache) { path = real } else { path = try resolved(cache) }
  if isAround(path, output) { throw .overlaps(output: output, source: cache) }
  return path
}

/// Whether two folders are one, or one lies in the other.
private func isAround(_ one: String, _ other: String) -> Bool {
  one == other || one.hasPrefix(other + "/") || other.hasPrefix(one + "/")
}

/// The path with the folder above it resolved, so that `..`, `.` and links in it mean one thing; that folder need not be there yet.
private func resolved(_ output: String) throws(PublishingFailure) -> String {
  var path = output
  while path.count > 1, path.hasSuffix("/") { path.removeLast() }
  let name = path.split(separator: "/").last.map(String.init) ?? ""
  if name.isEmpty || name == "." || name == ".." { throw .foreignFolder(path: output) }
  let parent = parentFolder(of: path)
  if let real = realPath(parent) { return (real == "/" ? "" : real) + "/" + name }
  let code = errno
  guard code == ENOENT, try kind(of: parent) == nil else { throw .system(action: .look, path: parent, code: code) }
  return try resolved(parent) + "/" + name
}

/// The path without links; `nil`, with its reason in `errno`, if nothing stands there.
private func realPath(_ path: String) -> String? {
  guard let real = realpath(path, nil) else { return nil }
  defer { free(real) }  // Ours to free; the bytes are copied on the next line.
  return String(cString: real)
}
