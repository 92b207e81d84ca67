package import Complaints
package import Digests
package import Intake
package import Templates

/// The words and templates of a site, ready for use.
package struct SiteTexts: Sendable {
  package let strings: Strings
  package let library: TemplateLibrary
  package let assets: [TemplateFolder.Asset]
  /// Of the words of the language and of every template.
  package let digest: Digest
}

/// Makes the words and templates of one language ready, or says everything that is wrong with them.
package func prepare(
  _ folder: TemplateFolder, language: Language
) -> (texts: SiteTexts?, diagnostics: [Diagnostic]) {
  var diagnostics = folder.diagnostics
  for texts in folder.texts {
    let keys = Set(texts.entries.map(\.key))
    diagnostics += Strings.missingPhrases(in: keys).map {
      Diagnostic(.template(.missingString(key: $0)), at: Place(path: texts.path))
    }
  }
  diagnostics += missingTemplates(in: folder)
  let entries = folder.texts.first { $0.language == language }?.entries ?? []
  let sources = folder.templates.map { TemplateSource(name: $0.name, path: $0.path, bytes: $0.bytes) }
  do throws(TemplateErrors) {
    let library = try TemplateLibrary(sources)
    let hasErrors = diagnostics.contains { $0.severity == .error }
    let texts = SiteTexts(
      strings: Strings(language: language, texts: entries), library: library, assets: folder.assets,
      digest: digest(of: entries, sources))
    return (hasErrors ? nil : texts, Array(Set(diagnostics)).sorted())
  } catch {
    return (nil, Array(Set(diagnostics + error.errors.map(\.diagnostic))).sorted())
  }
}

/// The templates that pages are made with and the folder has not.
private func missingTemplates(in folder: TemplateFolder) -> [Diagnostic] {
  let there = Set(folder.templates.map(\.name))
  return PageTemplate.allCases.filter { !there.contains($0.name) }.map {
    Diagnostic(.template(.missingFile), at: Place(path: "\(folder.path)/\($0.file)"))
  }
}

private func digest(of texts: [(key: String, text: String)], _ templates: [TemplateSource]) -> Digest {
  var digester = Digester()
  for entry in texts {
    digester.add(entry.key)
    digester.add(entry.text)
  }
  digester.add(texts.count)
  for template in templates {
    digester.add(template.name)
    digester.add(template.bytes)
  }
  return digester.digest()
}

extension TemplateError {
  /// The same facts as every other diagnostic of a build.
  package var diagnostic: Diagnostic {
    Diagnostic(
      .template(.engine(code: code, message: message)), at: Place(path: path, line: line, column: column))
  }
}
