import Dispatch
import Glibc
import Synchronization

/// Makes and writes files on several threads; each thread reuses one buffer.
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
  let next = Atomic(0)
  let done = Atomic(0)
  let failures = Mutex<[(index: Int, failure: any Error)]>([])
  DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
    var buffer: [UInt8] = []
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < files.count, failures.withLock({ $0.isEmpty }) else { return }
      do {
        try write(files[index], under: root, buffer: &buffer)
        wrote(done.wrappingAdd(1, ordering: .relaxed).newValue)
      } catch {
        failures.withLock { $0.append((index, error)) }
      }
    }
  }
  if let first = failures.withLock({ $0.min { $0.index < $1.index } }) { throw first.failure }
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
