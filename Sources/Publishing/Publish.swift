import Glibc

/// Publishes a site: everything is written into a folder of its own first, then takes the old site's place in one step.
///
/// After any failure the old site stands as it was. Files that others put into the old site stand in the new one too.
///
/// - Parameters:
///   - files: Every file of the site; paths differ from each other.
///   - output: The folder; made by an earlier call, or not there yet.
///   - wrote: Told how many files are done; called from any thread.
/// - Throws: `PublishingFailure`, or what a file's content threw.
package func publish(
  _ files: [OutputFile], to output: String, jobs: Int, wrote: @escaping @Sendable (Int) -> Void = { _ in }
) throws {
  let staging = try Staging(output: output, jobs: jobs)
  do {
    try staging.begin(Manifest(paths: files.map(\.path)))
    try writeFiles(files, under: staging.path, jobs: jobs, wrote: wrote)
    if try kind(of: output) != nil { try keepForeignFiles(of: output, in: staging.path) }
    try staging.finish()
  } catch {
    let failure = error
    // The first failure is the one to tell; litter that cannot be removed now is removed by the next build.
    do { try removeSite(staging.path, beside: output, jobs: jobs) } catch {}
    throw failure
  }
}

/// Makes sure that a folder may be replaced: it is not there yet, or this program made it, and it neither holds nor lies in what is read.
///
/// - Parameter sources: The folders that the build reads.
/// - Returns: The output path with its parent resolved and no slash at its end; use this from here on.
package func checkOutput(_ output: String, sources: [String]) throws(PublishingFailure) -> String {
  let output = try resolved(output)
  for source in sources {
    guard let real = realPath(source) else { continue }
    if real == output || real.hasPrefix(output + "/") || output.hasPrefix(real + "/") || output == "/" {
      throw .overlaps(output: output, source: source)
    }
  }
  switch try kind(of: output) {
  case nil: return output
  case .folder: break
  case .file, .link, .other: throw .notAFolder(path: output)
  }
  if try kind(of: output + "/.git") != nil { throw .workTree(path: output) }
  guard try Manifest(of: output) != nil else { throw .foreignFolder(path: output) }
  return output
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
