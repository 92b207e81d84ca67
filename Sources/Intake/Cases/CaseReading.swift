import Complaints
import Digests

/// What became of one case file.
struct CaseOutcome: Sendable {
  let path: String
  /// `nil` if it has an error.
  var file: CaseFile?
  /// A file with errors of which id, title and time of receipt could be read, so that the rules can look at the rest.
  var damaged: CaseFile?
  /// Its id and where it stands, also of a file with errors elsewhere.
  let id: (text: String, mark: Mark)?
  var diagnostics: [Diagnostic]
}

/// Reads a case file; either it is whole or there is an error.
func readCase(_ bytes: [UInt8], path: String, context: ReadingContext) -> CaseOutcome {
  var reading = RecordReading(context: context, path: path)
  var faults: [Fault] = []
  do throws(Fault) {
    let parts = try parts(of: bytes, noting: &faults)
    for fault in faults { reading.problems.report(fault) }
    let record = reading.record(
      parts.pairs, CaseSchema.schema, at: Mark(line: 1, column: 1), prefix: "", label: "")
    let id = record["id"].flatMap { item in record.text("id").map { (text: $0, mark: item.mark) } }
    guard let complaint = Complaint(record) else {
      return CaseOutcome(path: path, file: nil, id: id, diagnostics: reading.problems.diagnostics)
    }
    let hasError = reading.problems.hasError
    let file = CaseFile(
      path: path, complaint: complaint, record: record, narrative: Array(bytes[parts.text]),
      narrativeLine: parts.textLine,
      damaged: hasError ? damagedFields(of: parts.pairs, by: reading.problems.diagnostics) : [],
      digest: Digest(of: bytes))
    return CaseOutcome(
      path: path, file: hasError ? nil : file, damaged: hasError ? file : nil, id: id,
      diagnostics: reading.problems.diagnostics)
  } catch {
    for fault in faults + [error] { reading.problems.report(fault) }
    return CaseOutcome(path: path, file: nil, id: nil, diagnostics: reading.problems.diagnostics)
  }
}

/// The fields in which errors lie: each lies in the last one that begins before it.
private func damagedFields(of pairs: [Node.Pair], by diagnostics: [Diagnostic]) -> Set<String> {
  let schema = CaseSchema.schema
  return Set(
    diagnostics.filter { $0.severity == .error }.compactMap { diagnostic in
      pairs.last { $0.mark.place(in: diagnostic.place.path) <= diagnostic.place }
        .flatMap { schema.index(of: $0.key) }.map { schema.fields[$0].key }
    })
}

/// The front matter's keys and values, and where the narrative lies.
struct CaseParts {
  let pairs: [Node.Pair]
  let text: Range<Int>
  let textLine: Int
}

/// Takes a file apart without looking at any field.
func parts(of bytes: [UInt8]) throws(Fault) -> CaseParts {
  var faults: [Fault] = []
  let parts = try parts(of: bytes, noting: &faults)
  if let first = faults.first { throw first }
  return parts
}

/// Takes a file apart as above, and gathers what is wrong without hiding the rest.
private func parts(of bytes: [UInt8], noting faults: inout [Fault]) throws(Fault) -> CaseParts {
  // A closure's typed error is not inferred through the standard library's function, hence the result.
  let result = bytes.withUnsafeBufferPointer { buffer in
    Result { () throws(Fault) -> CaseParts in
      let check = try checkText(buffer)
      let matter = try FrontMatter(buffer, from: check.start)
      try check.checkYAML(before: matter.yaml.upperBound, in: buffer)
      let yaml = UnsafeBufferPointer(rebasing: buffer[matter.yaml])
      let root = try readYAML(yaml, firstLine: matter.yamlLine, noting: &faults)
      return CaseParts(pairs: try pairs(of: root), text: matter.text, textLine: matter.textLine)
    }
  }
  return try result.get()
}

/// The keys and values of a document; none of an empty one.
func pairs(of root: Node?) throws(Fault) -> [Node.Pair] {
  guard let root, !root.isMissing else { return [] }
  guard case .mapping(let pairs) = root.content else { throw Fault(.frontMatter(.notAMap), at: root.mark) }
  return pairs
}
