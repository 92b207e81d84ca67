import Digests
import Glibc
import Synchronization
import Threads

/// Publishes a site: it grows in a folder of its own first, then takes the old site's place in one step.
///
/// Pages that stand as they should are not written again; the same file gets a second name. After any failure the old site stands as it was. Files that others put into the old site stand in the new one too.
///
/// - Parameters:
///   - files: Every file of the site; paths differ from each other.
///   - output: The folder; made by an earlier call, or not there yet.
///   - keeping: What is kept from one build to the next, and where; `nil` keeps nothing, and everything is made anew.
///   - former: The site that stands, if it was looked at.
///   - note: What `FormerSite` is to find beside it.
///   - done: Told how many files are done; called from any thread.
///   - refused: Told why what was kept is not used.
/// - Returns: How many files were written or removed; 0 where nothing was to do, and nothing was touched.
/// - Throws: `PublishingFailure`, or what a file's content threw.
@discardableResult
package func publish(
  _ files: [OutputFile], to output: String, keeping: Keeping? = nil, former: FormerSite? = nil, note: [UInt8] = [],
  jobs: Int,
  done: @escaping @Sendable (Int) -> Void = { _ in }, refused: (String) -> Void = { _ in }
) throws -> Int {
  // Before there are threads that make files.
  let maker = SiteRecord.Maker.current
  try keeping?.makeFolder()
  let look = former?.look(in: output)
  let hold = try look?.hold ?? Hold(output: output, jobs: jobs)
  var tree: SpareTree?
  do {
    let seen = look == nil ? nil : former?.record
    let (kept, known) = try seen.map { ($0, $0.foreign) } ?? SiteRecord.believed(keeping, refused: refused)
    let isUsed = kept?.maker == maker && keeping?.isPassedOver == false
    // Nothing then says how its folders were made.
    if !isUsed { try removeSite(hold.tree, beside: output, known: known, jobs: jobs) }
    let publication = try Publication(
      files, hold: hold, survey: look?.survey(), record: isUsed ? kept : nil, known: known, jobs: jobs)
    tree = publication.tree
    return try publication.run(keeping: keeping, note: note, maker: maker, done: done)
  } catch let failure as PublishingFailure where failure.isAfterwards {
    throw failure
  } catch {
    let failure = error
    // The first failure is the one to tell; litter that cannot be removed now is removed by the next build.
    do {
      if tree?.isTouched ?? false { try removeSite(hold.tree, beside: output, jobs: jobs) }
      try hold.removeEmpty()
    } catch {}
    throw failure
  }
}

extension SiteRecord {
  /// What was kept, if it is to be believed, and what others put into the site.
  fileprivate static func believed(
    _ keeping: Keeping?, refused: (String) -> Void
  ) throws(PublishingFailure) -> (SiteRecord?, foreign: [Foreign]) {
    guard let keeping else { return (nil, []) }
    switch try load(keeping) {
    case nil: return (nil, [])
    case .success(let record): return (record, record.foreign)
    case .failure(let refusal):
      refused(refusal.problem.text(keeping.path))
      return (nil, refusal.foreign)
    }
  }
}

extension Publication {
  /// Makes what has to be made, puts it in place, and keeps what the next build needs.
  fileprivate func run(
    keeping: Keeping?, note: [UInt8], maker: SiteRecord.Maker, done: @escaping @Sendable (Int) -> Void
  ) throws -> Int {
    let count = Atomic(0)
    var outcomes = try inParallel(files.count, jobs: jobs, own: { [UInt8]() }) { page, buffer in
      defer { done(count.wrappingAdd(1, ordering: .relaxed).newValue) }
      return try outcome(page, &buffer)
    }
    let isFirst = try kind(of: hold.output) == nil
    let isAltered = record.map { $0.folderMode != 0 && survey.hasAlteredFolder(mode: $0.folderMode) } ?? false
    guard isFirst || isAltered || survey.pages.bytes != lines || outcomes.contains(where: \.isWritten) else {
      if let keeping { try keep(outcomes, foreign: record?.foreign ?? [], note: note, maker: maker, keeping) }
      if keeping == nil { try hold.clear(jobs: jobs) }
      return 0
    }
    let (relinked, rescued) = try complete(&outcomes)
    let changed = outcomes.indices.filter { outcomes[$0].isWritten }
    try hold.exchangeTree()
    do {
      try hold.syncName()
      let foreign = try survey.foreign.map(\.path) + rescued + (isFirst ? [] : keepLate())
      if let keeping, try tree.becomeTwin(changed: changed, foreign: foreign, jobs: jobs) {
        try look(again: changed + relinked, &outcomes)
        try keep(outcomes, foreign: named(foreign), note: note, maker: maker, keeping)
      } else {
        try hold.clear(known: named(foreign), jobs: jobs)
        if let keeping {
          try look(again: changed + relinked, &outcomes)
          try keep(outcomes, foreign: [], note: note, maker: maker, keeping)
        }
      }
    } catch let failure as PublishingFailure {
      throw PublishingFailure.afterwards(output: hold.output, failure: failure)
    }
    return changed.count + former.leftover.count
  }

  /// Brings into the tree all that stands as it should.
  ///
  /// - Returns: The pages that got a second name, and what others had put into the tree.
  private func complete(_ outcomes: inout [Outcome]) throws -> (relinked: [Int], rescued: [String]) {
    let state = try tree.ready(lines)
    let same = outcomes.indices.filter { !outcomes[$0].isWritten }
    let isLinked = try inParallel(same.count, jobs: jobs, own: { [UInt8]() }) {
      index, buffer -> (Bool, FileIdentity?) in
      switch try tree.link(same[index], state) {
      case let isNew?: return (isNew, nil)
      case nil: return (false, try written(same[index], &buffer, isMade: false, over: false).1)
      }
    }
    for (page, made) in zip(same, isLinked) {
      guard let identity = made.1 else { continue }
      outcomes[page].identity = identity
      outcomes[page].isWritten = true
    }
    try tree.keepForeign(state)
    try keepMode(of: hold.output, for: tree.path)
    return (zip(same, isLinked).filter(\.1.0).map(\.0), state.rescued)
  }

  /// Keeps in the new site what others put into the old one since it was surveyed.
  private func keepLate() throws -> [String] {
    let late = try survey.late(in: tree.path, pages: pages, jobs: jobs)
    for file in late {
      try keepFolders(above: file, of: tree.path, in: hold.output)
      try keepFile(file, of: tree.path, in: hold.output)
    }
    return late
  }

  /// Looks at files once more that were written, or got another name, in this build.
  private func look(again looked: [Int], _ outcomes: inout [Outcome]) throws {
    FileIdentity.waitForTick()
    let now = FileIdentity.now
    let identities = try inParallel(looked.count, jobs: jobs) { index in
      try status(of: hold.output + "/" + pages[looked[index]]).map(FileIdentity.init)
    }
    for (page, identity) in zip(looked, identities) {
      let known = outcomes[page].identity
      // Whoever changed the file meanwhile is found out by the next build.
      guard let identity, identity.isSameContent(as: known), !identity.isFresh(at: now) else {
        outcomes[page].identity = known.inDoubt
        continue
      }
      outcomes[page].identity = identity
    }
  }

  /// Files of others with their inodes.
  private func named(_ files: [String]) throws -> [SiteRecord.Foreign] {
    try files.compactMap { file in
      try status(of: hold.output + "/" + file).map { SiteRecord.Foreign(path: file, inode: UInt64($0.st_ino)) }
    }
  }

  /// Writes down what the next build needs, where it is anything new.
  private func keep(
    _ outcomes: [Outcome], foreign: [SiteRecord.Foreign], note: [UInt8], maker: SiteRecord.Maker, _ keeping: Keeping
  ) throws {
    let entries = order.map { page in
      let outcome = outcomes[Int(page)]
      return SiteRecord.Entry(inputs: outcome.inputs, bytes: outcome.bytes, identity: outcome.identity)
    }
    let new = SiteRecord(
      maker: maker, folderMode: try record?.folderMode ?? folderMode(), lines: lines, entries: entries,
      pieces: keptPieces(), foreign: foreign, note: note)
    if new != record { try new.save(keeping) }
  }

  /// Of the pages that are made of pieces: those of this build, or of an earlier one where nothing had to be made.
  private func keptPieces() -> [Int32: [KeptPiece]] {
    var kept: [Int32: [KeptPiece]] = [:]
    for (line, page) in order.enumerated() {
      guard case .pieced = files[Int(page)].content else { continue }
      kept[Int32(line)] = pieces.of(Int(page)) ?? record?.pieces[recorded[Int(page)]]
    }
    return kept
  }

  /// The mode that a folder of ours got when it was made.
  private func folderMode() throws -> UInt64 {
    guard let folder = tree.folders.last else { return 0 }
    let path = hold.output + "/" + String(decoding: folder, as: UTF8.self)
    return try status(of: path).map { UInt64($0.st_mode & 0o7777) } ?? 0
  }
}
