import Complaints

/// Reads a file of improvements/: a measure across cases.
///
/// - Parameter name: The file's name without its ending.
/// - Returns: No measure where something of it could not be read.
func readImprovement(
  _ bytes: [UInt8], path: String, name: String, context: ReadingContext
) -> (improvement: Improvement?, diagnostics: [Diagnostic]) {
  bytes.withUnsafeBufferPointer { buffer in
    var faults: [Fault] = []
    do throws(Fault) {
      let parts = try CaseParts(buffer, noting: &faults)
      return parts.tape.withView { tape in
        var reading = RecordReading(context: context, path: path, tape: tape, capacity: buffer.count)
        for fault in faults { reading.problems.report(fault) }
        let improvement = reading.improvement(parts, of: buffer, name: name)
        return (reading.problems.hasError ? nil : improvement, reading.problems.diagnostics)
      }
    } catch {
      var problems = ProblemList(path: path, rules: context.settings.rules)
      for fault in faults + [error] { problems.report(fault) }
      return (nil, problems.diagnostics)
    }
  }
}

extension RecordReading {
  fileprivate mutating func improvement(
    _ parts: borrowing CaseParts, of bytes: UnsafeBufferPointer<UInt8>, name: String
  ) -> Improvement? {
    let schema = ImprovementSchema.schema
    record(parts.isEmpty ? nil : 0, schema, at: Mark(line: 1, column: 1))
    let record = Record(schema: schema, writer, words: context.words.table)
    return Improvement(
      record, name: name, path: problems.path, metric: word(of: record, "metric", in: .figures),
      split: split(of: record), narrative: Array(bytes[parts.text]), narrativeLine: parts.textLine)
  }

  /// The code of a word that the program itself knows; `nil` where none is given, or an unknown one, which is reported.
  fileprivate mutating func word(
    of record: Record, _ key: String, in vocabulary: Vocabulary, prefix: String = ""
  ) -> String? {
    guard let item = record[key], case .text(let text) = item.value, let index = record.schema.index(of: key) else {
      return nil
    }
    if let code = vocabulary.code(for: text) { return code }
    let field = FieldName(path: prefix + key, label: record.schema.fields[index].label)
    problems.report(unknown(text, vocabulary, field), at: item.mark)
    return nil
  }

  /// Dimension and key; a key of a dimension with a closed vocabulary is one of its words.
  fileprivate mutating func split(of record: Record) -> Improvement.Split? {
    guard let map = record.map("split"), let dimension = word(of: map, "dimension", in: .dimensions, prefix: "split."),
      let item = map["key"], case .text(let text) = item.value
    else { return nil }
    let vocabulary = context.settings.vocabularies[Vocabulary.ofDimension(dimension)]
    if let code = vocabulary.code(for: text) { return Improvement.Split(dimension: dimension, key: code) }
    // A part number stands beside the names of products that a site may list.
    if vocabulary.isOpen || dimension == "product" { return Improvement.Split(dimension: dimension, key: text) }
    problems.report(unknown(text, vocabulary, FieldName(path: "split.key", label: "取值")), at: item.mark)
    return nil
  }
}
