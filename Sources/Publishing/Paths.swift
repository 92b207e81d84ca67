import Glibc

/// The name of a hidden neighbour: `/srv/.site.kesu` for `/srv/site`.
func besides(_ output: String, _ ending: String) -> String {
  let cut = output.lastIndex(of: "/").map { output.index(after: $0) } ?? output.startIndex
  return output[..<cut] + "." + output[cut...] + ending
}

/// Makes a folder and those above it where they are missing.
func makeFolders(to path: String) throws(PublishingFailure) {
  if try kind(of: path) != nil { return }
  try makeFolders(to: parentFolder(of: path))
  do {
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  } catch .system(_, _, EEXIST) {
    // Another build was faster.
  }
}

/// The folder that holds a path: `.` for a lone name.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Every folder that pages need, each after the one that holds it; two names that only look alike are two folders.
func folders(of pages: PathTable) -> [[UInt8]] {
  let slash = UInt8(ascii: "/")
  var known: Set<[UInt8]> = []
  var last: ArraySlice<UInt8> = []
  for place in 0..<pages.count {
    let path = pages.path(place)
    guard let cut = path.lastIndex(of: slash), path[..<cut] != last else { continue }
    last = path[..<cut]
    var folder = last
    while !folder.isEmpty, known.insert(Array(folder)).inserted {
      folder = folder.lastIndex(of: slash).map { folder[..<$0] } ?? []
    }
  }
  return known.sorted { $0.lexicographicallyPrecedes($1) }
}
