import Complaints
import Testing

@testable import Intake

/// The fields come from the table of fields, so that a new one is tested as soon as it stands there.
@Suite struct EveryKeyTests {
  @Test(arguments: KeyLanguage.allCases, 0..<4)
  func eachMistypedValueIsAnErrorAtItsLineAndColumn(language: KeyLanguage, round: Int) {
    let draft = EveryKeyDraft(wrongLeavesOf: CaseSchema.schema, in: language, round: round)
    #expect(draft.expected.count == leaves(of: CaseSchema.schema))
    #expect(found(in: draft) == draft.expected)
  }

  @Test(arguments: KeyLanguage.allCases)
  func eachMapAndListOfTheWrongShapeIsAnErrorAtItsLineAndColumn(language: KeyLanguage) {
    let draft = EveryKeyDraft(wrongShapesOf: CaseSchema.schema, in: language)
    #expect(found(in: draft) == draft.expected)
  }

  /// Every diagnostic, all of which are errors, as `line:column code`.
  private func found(in draft: EveryKeyDraft) -> [String] {
    let diagnostics = readCase(draft.text, processes: ["returns"]).diagnostics
    #expect(diagnostics.allSatisfy { $0.severity == .error })
    return diagnostics.sorted().map { "\($0.place.line):\($0.place.column) \($0.problem.code)" }
  }

  /// Single values, each list with one.
  private func leaves(of schema: Schema) -> Int {
    schema.fields.reduce(0) { $0 + leaves(of: $1.type) }
  }

  private func leaves(of type: FieldType) -> Int {
    switch type {
    case .map(let schema): leaves(of: schema)
    case .list(let element), .oneOrMore(let element): leaves(of: element)
    default: 1
    }
  }
}
