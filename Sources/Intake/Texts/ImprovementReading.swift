import Complaints

/// Reads a file of improvements/: a measure across cases.
///
/// - Parameter name: The file's name without its ending.
/// - Returns: No measure where something of it could not be read.
func readImprovement(
  _ bytes: [UInt8], path: String, name: String, context: ReadingContext
) -> (improvement: Improvement?, diagnostics: [Diagnostic]) {
  var reading = RecordReading(context: context, path: path)
  do throws(Fault) {
    let parts = try parts(of: bytes)
    let record = reading.record(
      parts.pairs, ImprovementSchema.schema, at: Mark(line: 1, column: 1), prefix: "", label: "")
    let metric = reading.word(of: record, "metric", in: .figures)
    let split = reading.split(of: record)
    let improvement = Improvement(
      record, name: name, path: path, metric: metric, split: split, narrative: Array(bytes[parts.text]),
      narrativeLine: parts.textLine)
    return (reading.problems.hasError ? nil : improvement, reading.problems.diagnostics)
  } catch {
    reading.problems.report(error)
    return (nil, reading.problems.diagnostics)
  }
}

extension RecordReading {
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
