import Complaints

/// All case files: those that stand, in order, and those in error.
struct SortedCases {
  /// By time received, then id.
  private(set) var files: [CaseFile]
  /// Of each of them its place among the readings, as far as they were all handed over.
  let places: [Int]
  let rejected: [String]
  /// Ids that were read in files with an error.
  let rejectedIDs: [String]
  /// Those in error of which enough could be read for the rules.
  let damaged: [CaseFile]
  /// Those of which only some words could be read.
  let strays: [StrayFile]
  let diagnostics: [Diagnostic]
  /// Whether no id meets another, nor is one named as the page of a case.
  let areDistinct: Bool

  /// - Parameters:
  ///   - readings: In the order of the paths.
  ///   - unreadable: Case files that were not even opened; their problem is noted elsewhere.
  init(_ readings: [CaseFileReading], unreadable: [String]) {
    let (clashes, areDistinct) = clashes(among: readings)
    self.init(readings, clashes, areDistinct: areDistinct, unreadable: unreadable)
  }

  /// The same of cases most of which are known to be as they were, if it is known without a look at them how all of them
  /// stand; else `nil`.
  ///
  /// - Parameter readings: Those that had to be read, in the order of the paths.
  init?(_ readings: [CaseFileReading], among kept: KeptLedger, unreadable: [String], jobs: Int) {
    guard kept.areDistinct(readings.compactMap(\.outcome.id?.text)) else { return nil }
    self.init(readings, [:], areDistinct: true, unreadable: unreadable)
    files = kept.files(with: files, jobs: jobs)
  }

  private init(
    _ readings: [CaseFileReading], _ clashes: [Int: Diagnostic], areDistinct: Bool, unreadable: [String]
  ) {
    var places: [Int] = []
    var rejected = unreadable
    var ids: [String] = []
    var damaged: [CaseFile] = []
    var strays: [StrayFile] = []
    var diagnostics: [Diagnostic] = []
    places.reserveCapacity(readings.count)
    for index in readings.indices {
      if clashes[index] == nil, readings[index].outcome.diagnostics.isEmpty, readings[index].outcome.file != nil {
        places.append(index)
        continue
      }
      let outcome = readings[index].outcome
      diagnostics += outcome.diagnostics
      if let clash = clashes[index] {
        diagnostics.append(clash)
      } else if outcome.file != nil {
        places.append(index)
        continue
      }
      rejected.append(outcome.path)
      if let file = outcome.file ?? outcome.damaged { damaged.append(file) }
      if let stray = outcome.stray { strays.append(stray) }
      if let id = outcome.id { ids.append(id.text) }
    }
    let ordered = inOrder(places.compactMap { place in readings[place].outcome.file.map { (place, $0) } })
    self.places = ordered.map(\.place)
    files = ordered.map(\.file)
    self.rejected = rejected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    rejectedIDs = ids
    self.damaged = damaged
    self.strays = strays
    self.diagnostics = diagnostics
    self.areDistinct = areDistinct
  }
}

/// Cases by time received, then id.
private func inOrder(_ files: [(place: Int, file: CaseFile)]) -> [(place: Int, file: CaseFile)] {
  // Times and places lie side by side; only where times are equal is a case looked at.
  let times = files.enumerated().map { (received: $1.file.complaint.received, place: Int32($0)) }
  return times.sorted { one, other in
    if Moment.order(one.received, other.received) { return true }
    return !Moment.order(other.received, one.received)
      && files[Int(one.place)].file.complaint.id < files[Int(other.place)].file.complaint.id
  }.map { files[Int($0.place)] }
}

/// Ids that would meet on the site: equal but for case, or `X-8d` beside X; by the index of the file.
///
/// - Returns: Also whether there was nothing that had to be looked at closely.
private func clashes(among readings: [CaseFileReading]) -> (clashes: [Int: Diagnostic], areDistinct: Bool) {
  let names = readings.indices.map { index in readings[index].outcome.id.map { folded($0.text) } ?? "" }
  let table = NameTable(names)
  // Nearly always every name is there once, and none is a page of another.
  var others: [Int: Int] = [:]
  for (index, name) in names.enumerated() where !name.isEmpty {
    if let first = table.place(of: name), first != index, others[first] == nil { others[first] = index }
  }
  guard !others.isEmpty || names.contains(where: \.isNamedAsPage) else { return ([:], true) }
  var clashes: [Int: Diagnostic] = [:]
  for (index, name) in names.enumerated() where !others.isEmpty || name.isNamedAsPage {
    guard let id = readings[index].outcome.id, let first = table.place(of: name) else { continue }
    let place = id.mark.place(in: readings[index].outcome.path)
    // Each clashes with the first that is not itself.
    if let second = others[first] {
      let other = readings[first == index ? second : first].outcome.path
      clashes[index] = Diagnostic(.value(.sameID(Quoted(id.text), path: other)), at: place)
    } else if name.isNamedAsPage, let other = table.place(of: String(name.dropLast(3))),
      let otherID = readings[other].outcome.id
    {
      clashes[index] = Diagnostic(.value(.pageOfOther(Quoted(id.text), id: Quoted(otherID.text))), at: place)
    }
  }
  return (clashes, false)
}

extension String {
  /// Whether it is named as the second page of a case is.
  var isNamedAsPage: Bool { utf8.suffix(3).elementsEqual("-8d".utf8) }
}
