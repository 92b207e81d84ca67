import Digests
import Glibc

/// One publishing of a site: which pages stand as they should, which are written, and what is kept for the next time.
struct Publication: Sendable {
  let files: [OutputFile]
  let pages: PathTable
  let hold: Hold
  /// What was kept; `nil` where nothing was, or it is not believed.
  let record: SiteRecord?
  /// Of each page, its place in the record; -1 where it has none.
  let recorded: [Int32]
  let former: FormerPages
  let tree: SpareTree
  /// The places of the pages in the order of the manifest.
  let order: [Int32]
  /// Of the new manifest.
  let lines: [UInt8]
  let jobs: Int
  /// The pieces of which pages were put together in this build.
  let pieces = MadePieces()

  var survey: Survey { former.survey }

  /// What became of a page.
  struct Outcome: Sendable {
    var inputs: Digest?
    let bytes: Digest
    /// As it stood when it was read or written.
    var identity: FileIdentity
    var isWritten = false
  }

  /// - Parameters:
  ///   - survey: Of the site that stands; `nil` looks at it now.
  ///   - known: What others put into the site, and got a second name in its twin.
  init(
    _ files: [OutputFile], hold: Hold, survey: Survey?, record: SiteRecord?, known: [SiteRecord.Foreign], jobs: Int
  ) throws {
    let pages = PathTable(files.map(\.path))
    if let twin = pages.twin {
      throw PublishingFailure.system(action: .create, path: hold.tree + "/" + pages[twin], code: EEXIST)
    }
    let folders = folders(of: pages)
    let survey = try survey ?? Survey(ifThere: hold.output, record: record, jobs: jobs)
    try survey.checkForeign(in: hold.output, pages: pages, folders: Set(folders))
    let surveyed = places(of: survey.pages.bytes, in: pages)
    let recorded = record.map { $0.lines == survey.pages.bytes ? surveyed : places(of: $0.lines, in: pages) } ?? []
    let former = FormerPages(survey, pages: pages, places: surveyed)
    (self.files, self.pages, self.hold, self.record, self.jobs) = (files, pages, hold, record, jobs)
    (self.recorded, self.former) = (recorded, former)
    tree = SpareTree(
      hold: hold, pages: pages, folders: folders, former: former, record: record, known: known, jobs: jobs)
    order = Self.order(of: pages, recorded: recorded, count: record?.entries.count ?? 0)
    lines = Self.lines(of: pages, order: order, like: record?.lines ?? survey.pages.bytes)
  }

  /// The places of the pages, sorted by the bytes of their paths: those of the record are sorted already.
  private static func order(of pages: PathTable, recorded: [Int32], count: Int) -> [Int32] {
    var known = [Int32](repeating: -1, count: count)
    var added: [Int32] = []
    for page in 0..<pages.count {
      let place = recorded.isEmpty ? -1 : Int(recorded[page])
      if place >= 0 { known[place] = Int32(page) } else { added.append(Int32(page)) }
    }
    known.removeAll { $0 < 0 }
    let isSorted = zip(known, known.dropFirst()).allSatisfy { pages.isBefore(Int($0), Int($1)) }
    guard isSorted else { return (0..<Int32(pages.count)).sorted { pages.isBefore(Int($0), Int($1)) } }
    added.sort { pages.isBefore(Int($0), Int($1)) }
    guard !added.isEmpty else { return known }
    var order: [Int32] = []
    order.reserveCapacity(pages.count)
    var rest = added[...]
    for page in known {
      while let next = rest.first, pages.isBefore(Int(next), Int(page)) { order.append(rest.removeFirst()) }
      order.append(page)
    }
    return order + rest
  }

  private static func lines(of pages: PathTable, order: [Int32], like former: [UInt8]) -> [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(pages.bytes.count)
    for page in order {
      pages.withPath(Int(page)) { lines.append(contentsOf: $0) }
      lines.append(0x0A)
    }
    // One run of bytes rather than two that are equal.
    return lines == former ? former : lines
  }
}

extension Publication {
  /// Makes a page unless it is known to stand as it should, and writes it where it does not.
  func outcome(_ page: Int, _ buffer: inout [UInt8]) throws -> Outcome {
    let file = files[page]
    let standing = try standing(page)
    let inputs = try inputs(of: file)
    if let inputs, let entry = entry(of: page), let standing, entry.hasInputs, entry.inputs == inputs {
      return Outcome(inputs: inputs, bytes: standing.bytes, identity: standing.identity)
    }
    if let standing, try bytes(of: page, standing: standing.bytes, &buffer) == standing.bytes {
      return Outcome(inputs: inputs, bytes: standing.bytes, identity: standing.identity)
    }
    let state = try tree.ready(lines)
    let (bytes, identity) = try written(page, &buffer, isMade: standing != nil, over: state.inodes[page] != 0)
    return Outcome(inputs: inputs, bytes: bytes, identity: identity, isWritten: true)
  }

  /// Writes a page into the tree.
  ///
  /// - Parameters:
  ///   - isMade: Whether the buffer holds it already.
  ///   - isThere: Whether the tree has a file of that name.
  func written(
    _ page: Int, _ buffer: inout [UInt8], isMade: Bool, over isThere: Bool
  ) throws -> (Digest, FileIdentity) {
    if case .copy(let source) = files[page].content { return try tree.copy(source, to: page, over: isThere) }
    if !isMade { try make(page, standing: nil, &buffer) }
    return (Digest(of: buffer), try tree.put(page, buffer, over: isThere))
  }

  /// The digest of what a page should hold.
  ///
  /// - Parameter standing: Of what stands under its path.
  private func bytes(of page: Int, standing: Digest, _ buffer: inout [UInt8]) throws -> Digest {
    if case .copy(let source) = files[page].content { return try SourceFile(source).digest() }
    try make(page, standing: standing, &buffer)
    return Digest(of: buffer)
  }

  /// Makes the bytes of a page that is no copy.
  ///
  /// - Parameter standing: Of the file that stands under its path; `nil` where that is of no use.
  private func make(_ page: Int, standing: Digest?, _ buffer: inout [UInt8]) throws {
    switch files[page].content {
    case .made(let make):
      buffer.removeAll(keepingCapacity: true)
      try make(&buffer)
    case .pieced(let parts):
      let former = try standing.flatMap { try standingPieces(of: page, whole: $0) }
      pieces.keep(try parts().assemble(former, into: &buffer), of: page)
    case .copy: preconditionFailure("a copy is not made")
    }
  }

  /// The pieces of the file that stands under a page's path; `nil` where they are not known, or the file is not what it was known to be.
  private func standingPieces(of page: Int, whole: Digest) throws -> StandingPieces? {
    guard let kept = record?.pieces[recorded[page]] else { return nil }
    let bytes = try SourceFile(hold.output + "/" + pages[page]).whole()
    return Digest(of: bytes) == whole ? StandingPieces(bytes, kept) : nil
  }

  private func entry(of page: Int) -> SiteRecord.Entry? {
    guard let record, recorded[page] >= 0 else { return nil }
    return record.entries[Int(recorded[page])]
  }

  /// The digest of what stands under a page's path, and by what the file is known; `nil` where that cannot be told, or the file was made otherwise than pages are now.
  private func standing(_ page: Int) throws -> (bytes: Digest, identity: FileIdentity)? {
    let found = former[page]
    guard found.inode != 0, let entry = entry(of: page) else { return nil }
    if found.isAsRecorded { return (entry.bytes, entry.identity) }
    // Touched, or given another name: the bytes themselves tell.
    let path = hold.output + "/" + pages[page]
    let now = FileIdentity.now
    guard let status = try status(of: path), FileKind(status) == .file else { return nil }
    let identity = FileIdentity(status)
    guard identity.mode == entry.identity.mode, identity.size == entry.identity.size,
      try SourceFile(path).digest() == entry.bytes
    else { return nil }
    return (entry.bytes, identity.isFresh(at: now) ? identity.inDoubt : identity)
  }

  /// Of all that a file is made of: what its page says, or which file it is a copy of.
  private func inputs(of file: OutputFile) throws(PublishingFailure) -> Digest? {
    guard case .copy(let source) = file.content else { return file.inputs?() }
    let now = FileIdentity.now
    guard let status = try status(of: source), FileKind(status) == .file else { return nil }
    let identity = FileIdentity(status)
    if identity.isFresh(at: now) { return nil }
    var digester = Digester()
    digester.add(source)
    for number in [identity.size, identity.modified, identity.changed] { digester.add(UInt64(bitPattern: number)) }
    digester.add(identity.inode)
    return digester.digest()
  }
}
