import Complaints
import Digests

/// What became of one case file.
struct CaseOutcome: Sendable {
  let path: String
  /// `nil` if it has an error.
  var file: CaseFile?
  /// A file with errors of which id, title and time of receipt could be read, so that the rules can look at the rest.
  var damaged: CaseFile?
  /// A file with errors of which not even that could be read.
  var stray: StrayFile?
  /// Its id and where it stands, also of a file with errors elsewhere.
  let id: (text: String, mark: Mark)?
  var diagnostics: [Diagnostic]
}

/// Reads a case file; either it is whole or there is an error.
func readCase(_ bytes: [UInt8], path: String, context: ReadingContext) -> CaseOutcome {
  bytes.withUnsafeBufferPointer { buffer in
    var faults: [Fault] = []
    do throws(Fault) {
      let parts = try CaseParts(buffer, noting: &faults)
      return parts.tape.withView { readCase(buffer, parts, $0, path: path, context: context, faults: faults) }
    } catch {
      var problems = ProblemList(path: path, rules: context.settings.rules)
      for fault in faults + [error] { problems.report(fault) }
      return CaseOutcome(path: path, file: nil, id: nil, diagnostics: problems.diagnostics)
    }
  }
}

private func readCase(
  _ bytes: UnsafeBufferPointer<UInt8>, _ parts: borrowing CaseParts, _ tape: TapeView, path: String,
  context: ReadingContext, faults: [Fault]
) -> CaseOutcome {
  var reading = RecordReading(context: context, path: path, tape: tape, capacity: bytes.count)
  for fault in faults { reading.problems.report(fault) }
  reading.record(parts.isEmpty ? nil : 0, CaseSchema.schema, at: Mark(line: 1, column: 1))
  let text = UnsafeBufferPointer(rebasing: bytes[parts.text])
  let store = RecordStore(reading.writer, of: CaseSchema.schema, rest: text, words: context.words.table)
  let end = store.count - text.count
  let record = Record(schema: CaseSchema.schema, store: store, end: end)
  let idMark = record.mark("id")
  guard let complaint = Complaint(record) else {
    let id = idMark.flatMap { mark in record.text("id").map { (text: $0, mark: mark) } }
    return CaseOutcome(
      path: path, file: nil, stray: StrayFile(path: path, record), id: id, diagnostics: reading.problems.diagnostics)
  }
  let id = idMark.map { (text: complaint.id, mark: $0) }
  let hasError = reading.problems.hasError
  let file = CaseFile(
    path: path, complaint: complaint, record: record, digest: Digest(of: UnsafeRawBufferPointer(bytes)),
    narrativeStart: end, narrativeLine: parts.textLine,
    damaged: hasError ? damagedFields(of: parts.isEmpty ? nil : tape, by: reading.problems.diagnostics) : [])
  return CaseOutcome(
    path: path, file: hasError ? nil : file, damaged: hasError ? file : nil, id: id,
    diagnostics: reading.problems.diagnostics)
}

/// The fields in which errors lie: each lies in the last one that begins before it.
private func damagedFields(of tape: TapeView?, by diagnostics: [Diagnostic]) -> Set<String> {
  guard let tape else { return [] }
  let schema = CaseSchema.schema
  let keys = Array(tape.children(of: 0))
  return Set(
    diagnostics.filter { $0.severity == .error }.compactMap { diagnostic in
      keys.last { tape.mark($0).place(in: diagnostic.place.path) <= diagnostic.place }
        .flatMap { schema.index(of: tape.text($0)) }.map { schema.fields[$0].key }
    })
}

/// The front matter's keys and values, and where the narrative lies.
struct CaseParts: ~Copyable {
  let tape: Tape
  /// Whether there is no key at all.
  let isEmpty: Bool
  let text: Range<Int>
  let textLine: Int

  /// Takes a file apart without looking at any field.
  ///
  /// - Parameter faults: Gets what is wrong without hiding the rest.
  init(_ bytes: UnsafeBufferPointer<UInt8>, noting faults: inout [Fault]) throws(Fault) {
    let matter = try frontMatter(of: bytes)
    let yaml = UnsafeBufferPointer(rebasing: bytes[matter.yaml])
    let tape = try readTape(yaml, firstLine: matter.yamlLine, trimmed: true, noting: &faults)
    let isEmpty = tape.withView { $0.nodes.isEmpty || $0.isMissing(0) }
    if !isEmpty, let mark = tape.withView({ $0.nodes[0].kind == .mapping ? nil : $0.mark(0) }) {
      throw Fault(.frontMatter(.notAMap), at: mark)
    }
    self.tape = tape
    (self.isEmpty, text, textLine) = (isEmpty, matter.text, matter.textLine)
  }
}

/// Where the parts of a file lie, whose bytes were all looked at.
private func frontMatter(of bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> FrontMatter {
  let check = try checkText(bytes)
  let matter = try FrontMatter(bytes, from: check.start)
  try check.checkYAML(before: matter.yaml.upperBound, in: bytes)
  return matter
}

/// The keys and values of a text's front matter, and where what follows it lies.
struct TextParts {
  let pairs: [Node.Pair]
  let text: Range<Int>
  let textLine: Int

  init(_ bytes: [UInt8]) throws(Fault) {
    self = try bytes.withUnsafeBufferPointer { bytes throws(Fault) in
      let matter = try frontMatter(of: bytes)
      let yaml = UnsafeBufferPointer(rebasing: bytes[matter.yaml])
      return TextParts(
        pairs: try Intake.pairs(of: readYAML(yaml, firstLine: matter.yamlLine)), text: matter.text,
        textLine: matter.textLine)
    }
  }

  private init(pairs: [Node.Pair], text: Range<Int>, textLine: Int) {
    self.pairs = pairs
    self.text = text
    self.textLine = textLine
  }
}

/// The keys and values of a document; none of an empty one.
func pairs(of root: Node?) throws(Fault) -> [Node.Pair] {
  guard let root, !root.isMissing else { return [] }
  guard case .mapping(let pairs) = root.content else { throw Fault(.frontMatter(.notAMap), at: root.mark) }
  return pairs
}
