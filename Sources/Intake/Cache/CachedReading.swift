import Complaints
import Digests

/// A case file as it was read, now or before.
struct CaseFileReading: Sendable {
  /// Below content/.
  let name: String
  var outcome: CaseOutcome
  let identity: FileIdentity
  /// Whether exactly this stands in the cache already.
  var isKept = false
  /// Where its bytes lie in the new file of the cache; `nil` if they are not there yet.
  var record: KeptRecord?

  /// The case, if it can be kept: whole, and with nothing to say about it.
  var keepable: CaseFile? { outcome.diagnostics.isEmpty ? outcome.file : nil }
}

/// What was kept of the case files of a ledger, and which of them is which.
struct KeptLedger: Sendable {
  private let kept: KeptCases?
  private let cases: [KeptCase]
  /// For each file of the ledger the place of its case among those kept, or -1.
  private let places: [Int32]
  /// How many of those kept have no file any more.
  let orphans: Int
  /// Takes in the bytes of every case that is read; `nil` where most of them are kept already, or none are to be.
  let file: CacheFile?

  /// - Parameter names: Of the case files, below content/.
  init(_ cache: CaseCache?, key: Digest, names: [String], jobs: Int) {
    let found = Self.found(cache, key: key, jobs: jobs)
    kept = found?.kept
    let isNew = (found?.cases ?? []).isEmpty
    file = cache.flatMap { isNew && names.count > $0.least ? $0.newFile(cases: names.count) : nil }
    cases = found?.cases ?? []
    guard let found else {
      places = [Int32](repeating: -1, count: names.count)
      orphans = 0
      return
    }
    places = found.kept.withBytes { Self.places(of: names, among: found.cases, $0) }
    orphans = found.cases.count - places.count { $0 >= 0 }
  }

  /// What was kept and can be used; `nil` where there is nothing, or a note says why not.
  private static func found(
    _ cache: CaseCache?, key: Digest, jobs: Int
  ) -> (kept: KeptCases, cases: [KeptCase])? {
    guard let cache, !cache.isPassedOver, let kept = KeptCases(mapping: cache.path) else { return nil }
    do throws(CacheProblem) {
      return (kept, try kept.cases(program: cache.programDigest, key: key, jobs: jobs))
    } catch {
      cache.note(error.text(cache.path))
      return nil
    }
  }

  /// Files mostly stand in the order in which they stood; where they do not, they are looked up.
  private static func places(of names: [String], among cases: [KeptCase], _ bytes: UnsafeRawBufferPointer) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(names.count)
    var byName: [String: Int]?
    var next = 0
    for name in names {
      var name = name
      let isNext =
        next < cases.count
        && name.withUTF8 { UnsafeRawBufferPointer($0).elementsEqual(bytes[cases[next].name]) }
      if !isNext {
        let table = byName ?? Self.table(cases, bytes)
        byName = table
        next = table[name] ?? cases.count
      }
      places.append(next < cases.count ? Int32(next) : -1)
      next = next < cases.count ? next + 1 : 0
    }
    return places
  }

  private static func table(_ cases: [KeptCase], _ bytes: UnsafeRawBufferPointer) -> [String: Int] {
    Dictionary(
      cases.enumerated().map { (String(decoding: bytes[$1.name], as: UTF8.self), $0) },
      uniquingKeysWith: { one, _ in one })
  }

  /// Reads a case file, unless it is known to be as it was.
  ///
  /// - Parameter index: Of the file among those of the ledger.
  func read(
    _ index: Int, _ file: ContentFile, path: String, context: ReadingContext, limit: Int, parsing: WorkClock
  ) throws(IntakeFailure) -> CaseFileReading {
    let name = file.name
    let known = places[index] < 0 ? nil : cases[Int(places[index])]
    let outcome = { (known: KeptCase) in
      parsing.time { kept?.outcome(known, path: path, words: context.words.table) }
    }
    if let known, let identity = try file.identity(at: path), identity == known.head.identity,
      let outcome = outcome(known)
    {
      return CaseFileReading(name: name, outcome: outcome, identity: identity, isKept: true)
    }
    let (bytes, identity) = try readFile(path, limit: limit)
    guard let bytes else {
      let problem = Diagnostic(.file(.tooLarge(limit: limit)), at: Place(path: path))
      let outcome = CaseOutcome(path: path, file: nil, id: nil, diagnostics: [problem])
      return CaseFileReading(name: name, outcome: outcome, identity: identity)
    }
    // New times alone, as after a fresh clone, make no new case.
    if let known, known.head.digest == Digest(of: bytes), let outcome = outcome(known) {
      return CaseFileReading(name: name, outcome: outcome, identity: identity)
    }
    return parsing.time {
      moved(
        CaseFileReading(
          name: name, outcome: readCase(bytes, path: path, context: context), identity: identity))
    }
  }

  /// The same with its bytes in the new file of the cache, if there is one.
  private func moved(_ reading: CaseFileReading) -> CaseFileReading {
    guard let file, let read = reading.outcome.file, let record = file.append(read.record.store) else { return reading }
    var moved = reading
    moved.record = record
    if let read = file.moved(read, to: record) { moved.outcome.file = read }
    return moved
  }
}
