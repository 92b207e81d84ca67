import Complaints

/// All case files: those that stand, in order, and those in error.
struct SortedCases {
  /// By time received, then id.
  let files: [CaseFile]
  let rejected: [String]
  /// Ids that were read in files with an error.
  let rejectedIDs: [String]
  /// Those in error of which enough could be read for the rules.
  let damaged: [CaseFile]
  /// Those of which only some words could be read.
  let strays: [StrayFile]
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - readings: In the order of the paths.
  ///   - unreadable: Case files that were not even opened; their problem is noted elsewhere.
  init(_ readings: [CaseFileReading], unreadable: [String]) {
    let clashes = clashes(among: readings)
    var files: [CaseFile] = []
    var rejected = unreadable
    var ids: [String] = []
    var damaged: [CaseFile] = []
    var strays: [StrayFile] = []
    var diagnostics: [Diagnostic] = []
    files.reserveCapacity(readings.count)
    for index in readings.indices {
      if clashes[index] == nil, readings[index].outcome.diagnostics.isEmpty, let file = readings[index].outcome.file {
        files.append(file)
        continue
      }
      let outcome = readings[index].outcome
      diagnostics += outcome.diagnostics
      if let clash = clashes[index] {
        diagnostics.append(clash)
      } else if let file = outcome.file {
        files.append(file)
        continue
      }
      rejected.append(outcome.path)
      if let file = outcome.file ?? outcome.damaged { damaged.append(file) }
      if let stray = outcome.stray { strays.append(stray) }
      if let id = outcome.id { ids.append(id.text) }
    }
    self.files = inOrder(files)
    self.rejected = rejected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    rejectedIDs = ids
    self.damaged = damaged
    self.strays = strays
    self.diagnostics = diagnostics
  }
}

/// Cases by time received, then id.
private func inOrder(_ files: [CaseFile]) -> [CaseFile] {
  // Times and places lie side by side; only where times are equal is a case looked at.
  let times = files.enumerated().map { (received: $1.complaint.received, place: Int32($0)) }
  return times.sorted { one, other in
    if Moment.order(one.received, other.received) { return true }
    return !Moment.order(other.received, one.received)
      && files[Int(one.place)].complaint.id < files[Int(other.place)].complaint.id
  }.map { files[Int($0.place)] }
}

/// Ids that would meet on the site: equal but for case, or `X-8d` beside X; by the index of the file.
private func clashes(among readings: [CaseFileReading]) -> [Int: Diagnostic] {
  let names = readings.indices.map { index in readings[index].outcome.id.map { folded($0.text) } ?? "" }
  let table = NameTable(names)
  // Nearly always every name is there once, and none is a page of another.
  var others: [Int: Int] = [:]
  for (index, name) in names.enumerated() where !name.isEmpty {
    if let first = table.place(of: name), first != index, others[first] == nil { others[first] = index }
  }
  var clashes: [Int: Diagnostic] = [:]
  for (index, name) in names.enumerated() where !others.isEmpty || name.isOfPage {
    guard let id = readings[index].outcome.id, let first = table.place(of: name) else { continue }
    let place = id.mark.place(in: readings[index].outcome.path)
    // Each clashes with the first that is not itself.
    if let second = others[first] {
      let other = readings[first == index ? second : first].outcome.path
      clashes[index] = Diagnostic(.value(.sameID(Quoted(id.text), path: other)), at: place)
    } else if name.isOfPage, let other = table.place(of: String(name.dropLast(3))),
      let otherID = readings[other].outcome.id
    {
      clashes[index] = Diagnostic(.value(.pageOfOther(Quoted(id.text), id: Quoted(otherID.text))), at: place)
    }
  }
  return clashes
}

extension String {
  /// Whether it is named as the second page of a case is.
  fileprivate var isOfPage: Bool { utf8.suffix(3).elementsEqual("-8d".utf8) }
}
