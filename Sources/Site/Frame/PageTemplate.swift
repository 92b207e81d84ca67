/// The templates that pages are made with; each stands below pages/ in the folder of templates.
enum PageTemplate: String, CaseIterable {
  case annual, card, definitions, guide, guides, ledger, list, monthly, overview, problems, reports, state

  /// As the library of templates knows it.
  var name: String { "pages/\(rawValue)" }

  /// Below the folder of templates.
  var file: String { name + ".mustache" }
}
