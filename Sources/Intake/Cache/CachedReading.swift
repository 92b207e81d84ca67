import Complaints
import Digests
import Threads

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

/// The case files of a ledger, and what was kept of them.
struct KeptLedger: Sendable {
  private let content: String
  private let files: ArraySlice<ContentFile>
  private let context: ReadingContext
  private let limit: Int
  private let kept: KeptCases?
  private let keeper: RecordKeeper
  /// For each file of the ledger the number of its case among those kept, or -1.
  private let places: [Int32]
  /// Whether each of those kept is that of a file that is known to be as it was.
  private let areKnown: [Bool]
  /// The files that have to be read, by their index.
  let unknown: [Int]
  /// How many of those kept have no file any more.
  let orphans: Int
  /// Takes in the bytes of every case that is read; `nil` where most of them are kept already, or none are to be.
  let file: CacheFile?

  /// - Parameters:
  ///   - key: What the reading of every case rests on.
  ///   - content: The ledger's folder.
  ///   - files: Of the cases.
  ///   - limit: The most bytes that one may have.
  init(
    _ cache: CaseCache?, key: Digest, content: String, files: ArraySlice<ContentFile>, context: ReadingContext,
    limit: Int, jobs: Int
  ) throws(IntakeFailure) {
    let kept = cache?.kept(key: key)
    (self.content, self.files, self.context, self.limit, self.kept) = (content, files, context, limit, kept)
    keeper = RecordKeeper { number in
      guard let cache, let kept else { preconditionFailure("only what was kept is made anew") }
      return cache.renewed(number, of: kept, content: content, context: context, limit: limit)
    }
    let isNew = (kept?.count ?? 0) == 0
    file = cache.flatMap { isNew && files.count > $0.least ? $0.newFile(cases: files.count) : nil }
    guard let kept else {
      (places, areKnown, orphans) = ([Int32](repeating: -1, count: files.count), [], 0)
      unknown = Array(0..<files.count)
      return
    }
    let places = kept.places(of: files)
    let areSame: [Bool] = try inParallel(files.count, jobs: jobs, step: 1_024) { index throws(IntakeFailure) in
      guard places[index] >= 0 else { return false }
      let (file, known) = (files[files.startIndex + index], kept[Int(places[index])].identity)
      return try file.identity(in: content) == known
    }
    var areKnown = [Bool](repeating: false, count: kept.count)
    for index in areSame.indices where areSame[index] { areKnown[Int(places[index])] = true }
    (self.places, self.areKnown) = (places, areKnown)
    unknown = areSame.indices.filter { !areSame[$0] }
    orphans = kept.count - places.count { $0 >= 0 }
  }

  /// The name of a file below content/, and its path.
  private func name(_ index: Int) -> String { files[files.startIndex + index].name }
  private func path(_ index: Int) -> String { "\(content)/\(name(index))" }

  private func keptFile(_ number: Int, path: String) -> CaseFile? {
    kept?.file(number, path: path, words: context.words.table, keeper)
  }

  /// Reads a case file.
  ///
  /// - Parameter index: Of the file among those of the ledger.
  func read(_ index: Int, parsing: WorkClock) throws(IntakeFailure) -> CaseFileReading {
    let (name, path) = (name(index), path(index))
    let (bytes, identity) = try readFile(path, limit: limit)
    guard let bytes else {
      let problem = Diagnostic(.file(.tooLarge(limit: limit)), at: Place(path: path))
      let outcome = CaseOutcome(path: path, file: nil, id: nil, diagnostics: [problem])
      return CaseFileReading(name: name, outcome: outcome, identity: identity)
    }
    // New times alone, as after a fresh clone, make no new case.
    if let kept, places[index] >= 0, kept[Int(places[index])].digest == Digest(of: bytes) {
      return CaseFileReading(name: name, outcome: outcome(Int(places[index]), path: path), identity: identity)
    }
    return parsing.time {
      moved(CaseFileReading(name: name, outcome: readCase(bytes, path: path, context: context), identity: identity))
    }
  }

  /// A kept case as if it had just been read.
  private func outcome(_ number: Int, path: String) -> CaseOutcome {
    guard let kept, let file = keptFile(number, path: path) else { preconditionFailure("a case that was kept") }
    let mark = Mark(line: Int(kept[number].idLine), column: Int(kept[number].idColumn))
    return CaseOutcome(path: path, file: file, id: (file.complaint.id, mark), diagnostics: [])
  }

  /// The same with its bytes in the new file of the cache, if there is one.
  private func moved(_ reading: CaseFileReading) -> CaseFileReading {
    guard let file, let read = reading.outcome.file, let record = file.append(read.record.store) else { return reading }
    var moved = reading
    moved.record = record
    if let read = file.moved(read, to: record) { moved.outcome.file = read }
    return moved
  }

  /// Every file in its order, if those that had to be were read.
  func readings(with read: [CaseFileReading], jobs: Int) -> [CaseFileReading] {
    guard let kept else { return read }
    let ofFile = Dictionary(uniqueKeysWithValues: zip(unknown, read))
    return inParallel(files.count, jobs: jobs, step: 256) { index in
      if let reading = ofFile[index] { return reading }
      let number = Int(places[index])
      return CaseFileReading(
        name: name(index), outcome: outcome(number, path: path(index)), identity: kept[number].identity,
        isKept: true)
    }
  }
}

extension KeptLedger {
  /// Whether the ids of files that had to be read meet none of those that need not be, nor each other.
  ///
  /// - Parameter ids: Of the files that were read.
  /// - Returns: Also false where nobody can tell without a look at all of them.
  func areDistinct(_ ids: [String]) -> Bool {
    guard let kept, kept.isDistinct, !ids.contains(where: { folded($0).isNamedAsPage }) else { return false }
    let marks = Set(ids.map(idMark))
    guard marks.count == ids.count else { return false }
    return marks.isEmpty || !areKnown.indices.contains { areKnown[$0] && marks.contains(kept[$0].mark) }
  }

  /// The cases that need not be read, in the order of the ledger, and among them others in that order.
  ///
  /// - Complexity: O(*cases*); the others find their places by halves.
  func files(with others: [CaseFile], jobs: Int) -> [CaseFile] {
    guard let kept else { return others }
    let known = kept.order.filter { areKnown[Int($0)] }
    // The number of a kept case, or that of another one below zero.
    var order: [Int32] = []
    order.reserveCapacity(known.count + others.count)
    var first = 0
    for (index, other) in others.enumerated() {
      let place = known.partitioningIndex { kept.isBefore(other.complaint, Int($0)) }
      order += known[first..<place]
      order.append(-1 - Int32(index))
      first = place
    }
    order += known[first...]
    let (folder, numbers) = (Array("\(content)/".utf8), order)
    return inParallel(numbers.count, jobs: jobs, step: 512) { place in
      let number = Int(numbers[place])
      guard number >= 0 else { return others[-1 - number] }
      let name = kept.name(number)
      let path = String(unsafeUninitializedCapacity: folder.count + name.count) { bytes in
        let rest = UnsafeMutableBufferPointer(rebasing: bytes[bytes.initialize(fromContentsOf: folder)...])
        return folder.count + rest.initialize(fromContentsOf: name)
      }
      return kept.file(number, path: path, words: context.words.table, keeper)
    }
  }
}
