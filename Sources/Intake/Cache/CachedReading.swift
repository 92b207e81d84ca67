import Complaints
import Digests

/// A case file as it was read, now or before.
struct CaseFileReading: Sendable {
  /// Below content/.
  let name: String
  let outcome: CaseOutcome
  let identity: FileIdentity
  /// Whether exactly this stands in the cache already.
  let isKept: Bool

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

  /// - Parameter names: Of the case files, below content/.
  init(_ cache: CaseCache?, key: Digest, names: [String]) {
    let found = Self.found(cache, key: key)
    kept = found?.kept
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
  private static func found(_ cache: CaseCache?, key: Digest) -> (kept: KeptCases, cases: [KeptCase])? {
    guard let cache, let kept = KeptCases(mapping: cache.path) else { return nil }
    do throws(CacheProblem) {
      return (kept, try kept.cases(program: cache.programDigest, key: key))
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
    _ index: Int, name: String, path: String, context: ReadingContext, limit: Int, parsing: WorkClock
  ) throws(IntakeFailure) -> CaseFileReading {
    let known = places[index] < 0 ? nil : cases[Int(places[index])]
    let outcome = { (known: KeptCase) in
      parsing.time { kept?.outcome(known, path: path, words: context.words.table) }
    }
    if let known, let identity = try fileIdentity(of: path), identity == known.head.identity,
      let outcome = outcome(known)
    {
      return CaseFileReading(name: name, outcome: outcome, identity: identity, isKept: true)
    }
    let (bytes, identity) = try readFile(path, limit: limit)
    guard let bytes else {
      let problem = Diagnostic(.file(.tooLarge(limit: limit)), at: Place(path: path))
      let outcome = CaseOutcome(path: path, file: nil, id: nil, diagnostics: [problem])
      return CaseFileReading(name: name, outcome: outcome, identity: identity, isKept: false)
    }
    // New times alone, as after a fresh clone, make no new case.
    if let known, known.head.digest == Digest(of: bytes), let outcome = outcome(known) {
      return CaseFileReading(name: name, outcome: outcome, identity: identity, isKept: false)
    }
    return CaseFileReading(
      name: name, outcome: parsing.time { readCase(bytes, path: path, context: context) }, identity: identity,
      isKept: false)
  }
}
