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

  /// - Parameter unreadable: Case files that were not even opened; their problem is noted elsewhere.
  init(_ outcomes: [CaseOutcome], unreadable: [String]) {
    let clashes = clashes(among: outcomes)
    var files: [CaseFile] = []
    var rejected = unreadable
    var ids: [String] = []
    var damaged: [CaseFile] = []
    var strays: [StrayFile] = []
    var diagnostics: [Diagnostic] = []
    for (index, outcome) in outcomes.enumerated() {
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
    self.files = files.sorted { one, other in
      let (a, b) = (one.complaint, other.complaint)
      if Moment.order(a.received, b.received) { return true }
      return !Moment.order(b.received, a.received) && a.id < b.id
    }
    self.rejected = rejected.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    rejectedIDs = ids
    self.damaged = damaged
    self.strays = strays
    self.diagnostics = diagnostics
  }
}

/// Ids that would meet on the site: equal but for case, or `X-8d` beside X; by the index of the file.
private func clashes(among outcomes: [CaseOutcome]) -> [Int: Diagnostic] {
  let names = outcomes.map { $0.id.map { folded($0.text) } }
  // The first two files of each name: each clashes with the first that is not itself.
  var first: [String: Int] = Dictionary(minimumCapacity: outcomes.count)
  var second: [String: Int] = [:]
  for (index, name) in names.enumerated() {
    guard let name else { continue }
    if first[name] == nil { first[name] = index } else if second[name] == nil { second[name] = index }
  }
  var clashes: [Int: Diagnostic] = [:]
  for (index, outcome) in outcomes.enumerated() {
    guard let id = outcome.id, let name = names[index], !second.isEmpty || name.hasSuffix("-8d") else { continue }
    let place = id.mark.place(in: outcome.path)
    if let second = second[name], let first = first[name] {
      let other = outcomes[first == index ? second : first].path
      clashes[index] = Diagnostic(.value(.sameID(Quoted(id.text), path: other)), at: place)
    } else if name.hasSuffix("-8d"), let other = first[String(name.dropLast(3))], let otherID = outcomes[other].id {
      clashes[index] = Diagnostic(.value(.pageOfOther(Quoted(id.text), id: Quoted(otherID.text))), at: place)
    }
  }
  return clashes
}
