import Templates
import Testing

/// A template, what it is given, and what its reader sees: the page, or the error.
struct Sample: Sendable, CustomTestStringConvertible {
  let fact: String
  let template: String
  let context: TemplateObject
  let others: [String: String]
  let expected: String

  /// - Parameters:
  ///   - others: Further templates, by name.
  ///   - gives: The page; or the error's sentence behind `!`.
  init(
    _ fact: String, _ template: String, _ context: TemplateObject = [:], others: [String: String] = [:], gives: String
  ) {
    self.fact = fact
    self.template = template
    self.context = context
    self.others = others
    expected = gives
  }

  var testDescription: String { fact }

  var outcome: String {
    do {
      return try page(template, context, others: others)
    } catch let error as TemplateError {
      return "!" + error.message
    } catch let errors as TemplateErrors {
      return errors.errors.map { "!" + $0.message }.joined(separator: "\n")
    } catch {
      return "another error: \(error)"
    }
  }
}

/// The template named `page`, in a library with others.
func library(_ template: String, others: [String: String] = [:]) throws -> TemplateLibrary {
  var sources = others.map { source($0.key, $0.value) }
  sources.append(source("page", template))
  return try TemplateLibrary(sources)
}

func source(_ name: String, _ text: String) -> TemplateSource {
  TemplateSource(name: name, path: "t/\(name).mustache", bytes: Array(text.utf8))
}

func page(_ template: String, _ context: TemplateObject = [:], others: [String: String] = [:]) throws -> String {
  var bytes: [UInt8] = []
  try library(template, others: others).render("page", context, into: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}
