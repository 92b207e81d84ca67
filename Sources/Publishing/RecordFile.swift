import Digests
import Glibc

/// What a build keeps for the next one of the same site: where, of what, and by which program.
package struct Keeping: Sendable {
  /// The folder that the program keeps for itself.
  package let folder: String
  /// What makes a site this one: the ledger's folder, the output, the audience.
  package let site: [String]
  /// The program by which pages are made: another one may make others of the same inputs.
  package let program: String
  /// Whether what was kept is passed over, so that everything is made anew.
  package let isPassedOver: Bool

  package init(folder: String, site: [String], program: String, isPassedOver: Bool = false) {
    self.folder = folder
    self.site = site
    self.program = program
    self.isPassedOver = isPassedOver
  }

  /// The file of the record; each site has its own.
  var path: String {
    var digester = Digester()
    for part in site { digester.add(part) }
    return "\(folder)/\(digester.digest()).site"
  }

  /// Makes the folder, for nobody else's eyes: the names of private cases stand in it.
  func makeFolder() throws(PublishingFailure) {
    try makeFolders(to: parentFolder(of: folder))
    do {
      try call(.makeFolder, folder) { mkdir(folder, 0o700) }
    } catch .system(_, _, EEXIST) {
      guard try kind(of: folder) != .folder else { return }
      var status = stat()
      guard stat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw .notACache(path: folder) }
    }
  }
}

/// Why a record is not used.
package enum RecordProblem: Sendable {
  case damaged
  /// Of another program, or another build of this one.
  case otherProgram
  case otherSite

  /// As people read it.
  package func text(_ path: String) -> String {
    switch self {
    case .damaged: "\(path): damaged, so it is not used; everything is made anew"
    case .otherProgram: "\(path): kept by another version of kesu, so it is not used; everything is made anew"
    case .otherSite: "\(path): kept for another site, so it is not used; everything is made anew"
    }
  }
}

extension SiteRecord {
  private static let heading = Array("kesu record 3\n".utf8)

  /// Reads what was kept; `nil` if nothing was.
  static func load(_ keeping: Keeping) throws(PublishingFailure) -> Result<SiteRecord, RecordRefusal>? {
    guard let kind = try kind(of: keeping.path) else { return nil }
    guard kind == .file else { return .failure(RecordRefusal(problem: .damaged)) }
    let bytes = try SourceFile(keeping.path).whole()
    return Result { () throws(RecordRefusal) in try SiteRecord(bytes, of: keeping) }
  }

  /// Puts the record in the place of the former one in one step. It need not reach the disk at once: a torn one is found out.
  func save(_ keeping: Keeping) throws(PublishingFailure) {
    let new = keeping.path + ".new"
    // What a killed build left.
    if try kind(of: new) != nil { try call(.remove, new) { unlink(new) } }
    do {
      try write(encoded(for: keeping), to: new)
      try call(.exchange, keeping.path) { rename(new, keeping.path) }
    } catch {
      // The failure is the one to tell.
      unlink(new)
      throw error
    }
  }

  /// The numbers are as this machine has them: a record is not carried to another.
  private func encoded(for keeping: Keeping) -> [UInt8] {
    var writer = RecordWriter()
    writer.bytes = Self.heading
    writer.add(keeping.program)
    for part in [keeping.site.count.description] + keeping.site { writer.add(part) }
    for number in [maker.umask, maker.user, maker.group, folderMode] { writer.add(number) }
    writer.add(UInt64(lines.count))
    writer.bytes += lines
    writer.add(entries)
    writer.add(UInt64(pieces.count))
    for (line, kept) in pieces.sorted(by: { $0.key < $1.key }) {
      writer.add(UInt64(line))
      writer.add(kept)
    }
    writer.add(UInt64(foreign.count))
    for file in foreign {
      writer.add(file.inode)
      writer.add(file.path)
    }
    writer.add(UInt64(note.count))
    writer.bytes += note
    let digest = Digest(of: writer.bytes)
    writer.add(digest.high)
    writer.add(digest.low)
    return writer.bytes
  }

  private init(_ bytes: [UInt8], of keeping: Keeping) throws(RecordRefusal) {
    var reader = RecordReader(bytes: bytes)
    guard try reader.take(Self.heading.count).elementsEqual(Self.heading) else {
      throw RecordRefusal(problem: bytes.starts(with: Array("kesu record ".utf8)) ? .otherProgram : .damaged)
    }
    guard bytes.count >= Self.heading.count + 16 else { throw RecordRefusal(problem: .damaged) }
    let body = bytes.count - 16
    let digest = bytes.withUnsafeBytes { Digest(of: UnsafeRawBufferPointer(rebasing: $0[..<body])) }
    var end = RecordReader(bytes: bytes, from: body)
    guard try Digest(high: end.number(), low: end.number()) == digest else { throw RecordRefusal(problem: .damaged) }
    let program = try reader.text()
    for part in [keeping.site.count.description] + keeping.site {
      guard try reader.text() == part else { throw RecordRefusal(problem: .otherSite) }
    }
    maker = Maker(umask: try reader.number(), user: try reader.number(), group: try reader.number())
    folderMode = try reader.number()
    lines = Array(try reader.take(Int(clamping: reader.number())))
    entries = try reader.values()
    pieces = [:]
    for _ in 0..<(try reader.number()) { pieces[Int32(clamping: try reader.number())] = try reader.values() }
    foreign = []
    for _ in 0..<(try reader.number()) {
      let inode = try reader.number()
      foreign.append(Foreign(path: try reader.text(), inode: inode))
    }
    note = Array(try reader.take(Int(clamping: reader.number())))
    guard reader.place == body, lines.last ?? 0x0A == 0x0A, lines.count(where: { $0 == 0x0A }) == entries.count else {
      throw RecordRefusal(problem: .damaged)
    }
    guard program == keeping.program else { throw RecordRefusal(problem: .otherProgram, foreign: foreign) }
  }
}

struct RecordRefusal: Error {
  let problem: RecordProblem
  /// What others put into the site: that is so whichever program wrote it down.
  var foreign: [SiteRecord.Foreign] = []
}

private struct RecordWriter {
  var bytes: [UInt8] = []

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func add<Value: BitwiseCopyable>(_ values: [Value]) {
    add(UInt64(values.count))
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
  }
}

private struct RecordReader {
  let bytes: [UInt8]
  private(set) var place = 0

  init(bytes: [UInt8], from place: Int = 0) {
    self.bytes = bytes
    self.place = place
  }

  mutating func take(_ count: Int) throws(RecordRefusal) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.count - place else { throw RecordRefusal(problem: .damaged) }
    defer { place += count }
    return bytes[place..<place + count]
  }

  mutating func number() throws(RecordRefusal) -> UInt64 {
    try take(8).withUnsafeBytes { $0.loadUnaligned(as: UInt64.self) }
  }

  mutating func text() throws(RecordRefusal) -> String {
    String(decoding: try take(Int(clamping: number())), as: UTF8.self)
  }

  mutating func values<Value: BitwiseCopyable>() throws(RecordRefusal) -> [Value] {
    let (count, size) = (Int(clamping: try number()), MemoryLayout<Value>.stride)
    guard count <= bytes.count / size else { throw RecordRefusal(problem: .damaged) }
    let slice = try take(count * size)
    return [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      slice.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: $0) }
      filled = count
    }
  }
}
