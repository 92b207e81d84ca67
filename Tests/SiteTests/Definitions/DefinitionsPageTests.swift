import Complaints
import Findings
import Testing

@testable import Site

@Test(arguments: Metric.allCases, Language.allCases)
func everyFigureIsDefinedUnderItsKey(metric: Metric, language: Language) throws {
  let edition = try SampleLedger([:]).edition(.team, language: language)
  #expect(edition.strings.text("definitions.metric.\(metric.rawValue).name") != nil)
  #expect(edition.strings.text("definitions.metric.\(metric.rawValue).text") != nil)
  #expect(edition.strings.text("definitions.metric.\(metric.rawValue).how") != nil)
}

@Test func eachFigureAndRuleHasAnAnchor() throws {
  let html = try definitionsPage(of: SampleLedger([:]).edition(.team)).html
  for metric in Metric.allCases { #expect(html.contains("<h3 id=\"\(metric.rawValue)\">")) }
  for rule in 1...8 { #expect(html.contains("id=\"rule-\(rule)\"")) }
}

/// Every kind of problem that this program words has a title in both languages.
@Test(arguments: DiagnosticCodes.settable + DiagnosticCodes.fixed)
func everyRuleHasATitle(code: String) throws {
  let edition = try SampleLedger([:]).edition(.team)
  #expect(edition.strings.text("problem." + code.split(separator: ".").joined(separator: "_")) != nil)
}
