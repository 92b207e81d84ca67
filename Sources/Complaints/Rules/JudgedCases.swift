package import Digests

/// Cases of which it is known what the rules have to say, by the digests of their files and of those that they name: nobody
/// need look at them again while the grounds and the day are the same.
package struct JudgedCases: Sendable {
  /// In the order of the ledger; zero where the rules have to look each time.
  package let digests: [Digest]
  /// What they say of those of which they say anything; no errors.
  let warnings: [Digest: [FormerWarning]]
  /// Of each of them, whether they say anything of it.
  let hasWarnings: [Bool]
  /// How many of them had to be looked at to know it.
  package let added: Int

  package init(_ digests: [Digest] = [], warnings: [Digest: [FormerWarning]] = [:], added: Int = 0) {
    let places = warnings.isEmpty ? [] : digests.indices.filter { warnings[digests[$0]] != nil }
    self.init(digests, warnings: warnings, at: places, added: added)
  }

  /// - Parameter places: Of those with warnings.
  init(_ digests: [Digest], warnings: [Digest: [FormerWarning]], at places: [Int], added: Int = 0) {
    var hasWarnings = [Bool](repeating: false, count: digests.count)
    for place in places { hasWarnings[place] = true }
    self.digests = digests
    self.warnings = warnings
    self.hasWarnings = hasWarnings
    self.added = added
  }

  /// As `init(_:)` reads it.
  package var bytes: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ number: Int) { withUnsafeBytes(of: number) { bytes += $0 } }
    func add(_ text: String) {
      add(text.utf8.count)
      bytes += text.utf8
    }
    add(digests.count)
    digests.withUnsafeBytes { bytes += $0 }
    let judged = digests.indices.filter { hasWarnings[$0] }
    add(judged.count)
    for place in judged {
      let warnings = warnings[digests[place], default: []]
      add(place)
      add(warnings.count)
      for warning in warnings {
        add(Int(warning.mark.line))
        add(Int(warning.mark.column))
        add(warning.problem.code)
        add(warning.problem.message)
      }
    }
    return bytes
  }

  /// - Parameter bytes: As they were handed out by the same program; none know of no case.
  package init(_ bytes: UnsafeRawBufferPointer) {
    var place = 0
    func number() -> Int {
      defer { place += MemoryLayout<Int>.size }
      return bytes.loadUnaligned(fromByteOffset: place, as: Int.self)
    }
    func text() -> String {
      let size = number()
      defer { place += size }
      return String(decoding: bytes[place..<place + size], as: UTF8.self)
    }
    guard !bytes.isEmpty else {
      self.init()
      return
    }
    let size = number() * MemoryLayout<Digest>.stride
    // Kept bytes begin where a digest may lie, and only a number stands before these.
    let digests = Array(
      UnsafeRawBufferPointer(rebasing: bytes[place..<place + size]).assumingMemoryBound(to: Digest.self))
    place += size
    var (warnings, places): ([Digest: [FormerWarning]], [Int]) = ([:], [])
    for _ in 0..<number() {
      places.append(number())
      warnings[digests[places[places.count - 1]]] = (0..<number()).map { _ in
        let mark = Mark(line: number(), column: number())
        return FormerWarning(mark: mark, problem: FormerProblem(code: text(), message: text()))
      }
    }
    self.init(digests, warnings: warnings, at: places)
  }
}

/// What a rule had to say of a case, and where in its file.
package struct FormerWarning: Hashable, Sendable {
  package let mark: Mark
  package let problem: FormerProblem

  package init(mark: Mark, problem: FormerProblem) {
    self.mark = mark
    self.problem = problem
  }
}

extension [Digest] {
  /// Where other digests stand among these, or -1; mostly they follow each other as these do. Zero is none.
  ///
  /// A few that stand elsewhere may be missed, of which whoever asks then makes what it knows already once more.
  package func places(of others: [Digest]) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(others.count)
    var table: [Digest: Int32]?
    var (next, misses) = (0, 0)
    for digest in others {
      if next < count, self[next] == digest, digest != .zero {
        places.append(Int32(next))
        next += 1
        continue
      }
      // One that was changed, or taken out, or put in, moves the next ones by no more than one.
      var place = [next, next + 1, next - 1].first { indices.contains($0) && self[$0] == digest }
      let isNone = place == nil && next < count && self[next] == .zero
      if place == nil, !isEmpty, !isNone {
        misses += 1
        if misses > 64 {
          let known = table ?? Dictionary(enumerated().map { ($1, Int32($0)) }) { first, _ in first }
          table = known
          place = known[digest].map { Int($0) }
        }
      }
      if digest == .zero { place = nil }
      places.append(Int32(place ?? -1))
      next = (place ?? next) + 1
    }
    return places
  }
}
