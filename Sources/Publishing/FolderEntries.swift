/// A name in a folder, and what it is the name of.
struct FolderEntry {
  let name: String
  let kind: FileKind
}

/// What a folder holds, sorted by bytes, so that the same failure is told each time; what vanished meanwhile is left out.
func entries(of path: String) throws(PublishingFailure) -> [FolderEntry] {
  let folder = try OpenFolder(path)
  var found: [FolderEntry] = []
  while let entry = try folder.next() { found.append(FolderEntry(name: String(cString: entry.name), kind: entry.kind)) }
  return found.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
}
