package import Complaints

/// What stands in the folder of templates, read but not yet compiled.
package struct TemplateFolder: Sendable {
  package struct Template: Sendable {
    /// Without its ending: pages/overview.
    package let name: String
    package let path: String
    package let bytes: [UInt8]
  }

  package struct Asset: Sendable {
    /// Below assets/: kesu.css.
    package let name: String
    package let path: String
  }

  /// The texts of one language by dotted key, in the order of the file.
  package struct Texts: Sendable {
    package let language: Language
    package let path: String
    package let entries: [(key: String, text: String)]
  }

  package let path: String
  package let templates: [Template]
  package let assets: [Asset]
  package let texts: [Texts]
  package let diagnostics: [Diagnostic]
}

/// Reads the templates, the names of the assets, and the texts of every language of the site.
///
/// A key that one language has and another lacks is an error at the file that lacks it.
package func readTemplates(folder: String) throws(IntakeFailure) -> TemplateFolder {
  let tree = try ContentTree(folder)
  var diagnostics = tree.diagnostics
  var templates: [TemplateFolder.Template] = []
  for file in tree.files where file.hasEnding(".mustache") {
    let path = "\(folder)/\(file.name)"
    guard let bytes = try readBytes(path, limit: 1_048_576) else {
      diagnostics.append(Diagnostic(.file(.tooLarge(limit: 1_048_576)), at: Place(path: path)))
      continue
    }
    templates.append(.init(name: String(file.name.dropLast(".mustache".count)), path: path, bytes: bytes))
  }
  let assets = tree.files.filter { $0.name.hasPrefix("assets/") }.map {
    TemplateFolder.Asset(name: String($0.name.dropFirst("assets/".count)), path: "\(folder)/\($0.name)")
  }
  var texts: [TemplateFolder.Texts] = []
  for language in Language.allCases {
    let path = "\(folder)/strings/\(language.rawValue).yaml"
    let (entries, problems) = try readTexts(path)
    texts.append(.init(language: language, path: path, entries: entries))
    diagnostics += problems
  }
  diagnostics += missingTexts(texts)
  return TemplateFolder(
    path: folder, templates: templates, assets: assets, texts: texts, diagnostics: diagnostics.sorted())
}

private func readTexts(
  _ path: String
) throws(IntakeFailure) -> (entries: [(key: String, text: String)], problems: [Diagnostic]) {
  guard let bytes = try readBytes(path, limit: 1_048_576) else {
    return ([], [Diagnostic(.file(.tooLarge(limit: 1_048_576)), at: Place(path: path))])
  }
  do throws(Fault) {
    guard let node = try bytes.withUnsafeBufferPointer({ bytes throws(Fault) in try readYAML(bytes) }) else {
      return ([], [])
    }
    var entries: [(key: String, text: String)] = []
    try flatten(node, under: "", into: &entries)
    return (entries, [])
  } catch {
    return ([], [error.diagnostic(in: path)])
  }
}

/// Nested maps as dotted keys.
private func flatten(_ node: Node, under key: String, into entries: inout [(key: String, text: String)]) throws(Fault) {
  switch node.content {
  case .scalar(let text, _) where !key.isEmpty: entries.append((key, text))
  case .mapping(let pairs):
    for pair in pairs {
      try flatten(pair.value, under: key.isEmpty ? pair.key : "\(key).\(pair.key)", into: &entries)
    }
  case .scalar, .sequence: throw Fault(.template(.stringShape(key: key)), at: node.mark)
  }
}

private func missingTexts(_ texts: [TemplateFolder.Texts]) -> [Diagnostic] {
  texts.flatMap { own in
    let keys = Set(own.entries.map(\.key))
    let others = texts.flatMap { other in other.language == own.language ? [] : other.entries.map(\.key) }
    return others.filter { !keys.contains($0) }.map {
      Diagnostic(.template(.missingString(key: $0)), at: Place(path: own.path))
    }
  }
}
