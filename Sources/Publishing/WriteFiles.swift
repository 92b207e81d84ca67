import Glibc
import Synchronization

/// Makes and writes files on several threads.
///
/// - Parameter wrote: Told after each file how many are done; called from any thread.
/// - Throws: The failure of the first file, in the order given, that failed.
func writeFiles(
  _ files: [OutputFile], under root: String, jobs: Int, wrote: @escaping @Sendable (Int) -> Void
) throws {
  for folder in folders(of: files) {
    let path = root + "/" + folder
    try call(.makeFolder, path) { mkdir(path, 0o777) }
  }
  let done = Atomic(0)
  try concurrently(files.count, jobs: jobs) { index, buffer in
    try write(files[index], under: root, buffer: &buffer)
    wrote(done.wrappingAdd(1, ordering: .relaxed).newValue)
  }
}

/// Every folder that the files need, each after the one that holds it; two names that only look alike are two folders.
private func folders(of files: [OutputFile]) -> [String] {
  var known: Set<[UInt8]> = []
  for file in files {
    var folder = Array(file.folder.utf8)
    while !folder.isEmpty, known.insert(folder).inserted {
      folder = folder.lastIndex(of: UInt8(ascii: "/")).map { Array(folder[..<$0]) } ?? []
    }
  }
  return known.sorted { $0.lexicographicallyPrecedes($1) }.map { String(decoding: $0, as: UTF8.self) }
}

private func write(_ file: OutputFile, under root: String, buffer: inout [UInt8]) throws {
  let path = root + "/" + file.path
  switch file.content {
  case .made(let make):
    buffer.removeAll(keepingCapacity: true)
    try make(&buffer)
    try write(buffer, to: path)
  case .copy(let source): try copy(source, to: path)
  }
}

/// Writes a new file.
func write(_ bytes: [UInt8], to path: String) throws(PublishingFailure) {
  var file = try NewFile(path)
  let result = bytes.withUnsafeBytes { bytes in
    Result { () throws(PublishingFailure) in try file.write(bytes) }
  }
  try result.get()
  try file.finish()
}

/// Copies a regular file piece by piece: evidence may be a film.
private func copy(_ source: String, to path: String) throws(PublishingFailure) {
  let source = try SourceFile(source)
  var file = try NewFile(path)
  while try source.read({ bytes throws(PublishingFailure) in try file.write(bytes) }) > 0 {}
  try file.finish()
}
