import Complaints
import Hypertext
import Templates

/// What a card shows of a record, in groups; a field that no group names comes last, so that none is ever left out.
struct CardSections {
  let record: Record
  let text: FieldText

  /// Short facts, in a grid, as a register has them.
  private static let registered = indices(of: [
    "received", "kind", "status", "channel", "category", "severity", "urgency", "level", "weight", "region",
    "cause_kind", "validity", "form", "written_on", "flags", "business", "branch", "process", "recorded_by", "owner",
    "handler", "handled", "transferred_from", "occurred", "place", "reply_by", "promised", "due", "responded",
    "contained", "closed", "reopened", "outcome", "tracked", "repeat_of", "appeal_of", "related", "followup_exempt",
    "allowance_proof", "tags", "private",
  ])
  /// What the customer says, in their words.
  private static let told = indices(of: [
    "description", "demand", "impact", "mood", "open_reason", "remark", "lesson",
  ])
  /// For each field, whether it has a section of its own: all that stand nowhere else on the card.
  private static let hasSection: [Bool] = {
    let known = Set(registered + told + indices(of: ["id", "title"] + CardSide.keys))
    return CaseSchema.schema.fields.indices.map { !known.contains($0) }
  }()

  private static func indices(of keys: [String]) -> [Int] { keys.compactMap(CaseSchema.schema.index) }

  /// The grid of short facts.
  var registered: [TemplateValue] { facts(Self.registered) }

  /// The grid of longer texts.
  var told: [TemplateValue] { facts(Self.told) }

  /// One section for each map or list, in the order of the table of fields.
  var sections: [TemplateValue] {
    record.entries.compactMap { entry in
      Self.hasSection[entry.field] ? section(entry.item.value, of: record.schema.fields[entry.field]) : nil
    }
  }

  /// Keys that no field has, as they were written.
  var unknown: [TemplateValue] {
    record.unknown.map { entry in
      ["label": .text(entry.key), "value": .text(text.masking?.text(entry.text) ?? entry.text), "wide": true]
    }
  }

  private func facts(_ fields: [Int]) -> [TemplateValue] {
    fields.compactMap { index in record[at: index].map { fact($0.value, of: record.schema.fields[index]) } }
  }

  private func fact(_ value: Value, of field: Field) -> TemplateValue {
    let (shown, length) = text.shown(value, of: field)
    return ["label": .text(text.edition.label(of: field)), "value": shown, "wide": .flag(length > 90)]
  }

  private func section(_ value: Value, of field: Field) -> TemplateValue {
    var object: TemplateObject = [
      "key": .text(field.key), "label": .text(text.edition.label(of: field)), "facts": [], "table": .none,
    ]
    switch value {
    case .map(let map): object["facts"] = .list(mapFacts(map))
    case .list(let items) where field.type.schema != nil:
      let maps = items.compactMap { if case .map(let map) = $0.value { map } else { nil } }
      if maps.count == 1 { object["facts"] = .list(mapFacts(maps[0])) } else { object["table"] = .object(table(maps)) }
    default: object["facts"] = [fact(value, of: field)]
    }
    return .object(object)
  }

  private func mapFacts(_ map: Record) -> [TemplateValue] {
    var facts: [TemplateValue] = []
    for entry in map.entries {
      let field = map.schema.fields[entry.field]
      if case .map(let inner) = entry.item.value {
        facts += mapFacts(inner)
      } else {
        facts.append(fact(entry.item.value, of: field))
      }
    }
    if let ratio = defectRate(map) { facts.append(ratio) }
    return facts + map.unknown.map { ["label": .text($0.key), "value": .text($0.text), "wide": false] }
  }

  /// 不良率 is computed, never written: defective of inspected.
  private func defectRate(_ map: Record) -> TemplateValue? {
    guard map.schema === CaseSchema.product, let defective = map.quantity("defective"),
      let inspected = map.quantity("inspected"), inspected.millionths > 0
    else { return nil }
    let rate = Double(defective.millionths) / Double(inspected.millionths)
    return [
      "label": .text(text.edition.strings(CardPhrase.ratioDefective)),
      "value": .text(text.edition.numbers.percent(rate, places: 2)), "wide": false,
    ]
  }

  /// The fields that occur in any of the maps are the columns.
  private func table(_ maps: [Record]) -> TemplateObject {
    guard let schema = maps.first?.schema else { return ["columns": [], "rows": []] }
    var isUsed = [Bool](repeating: false, count: schema.fields.count)
    for map in maps { for entry in map.entries { isUsed[entry.field] = true } }
    let columns = isUsed.indices.filter { isUsed[$0] }.map { Column($0, of: schema, in: text.edition) }
    return [
      "columns": .list(columns.map { ["label": .text($0.label), "right": .flag($0.isNumber)] }),
      "rows": .list(maps.map { map in ["cells": .list(columns.map { cell($0, of: map) })] }),
    ]
  }

  /// A column of a table, with what all its cells share.
  private struct Column {
    let index: Int
    let field: Field
    let label: String
    let isNumber: Bool

    init(_ index: Int, of schema: Schema, in edition: Edition) {
      self.index = index
      field = schema.fields[index]
      label = edition.label(of: field)
      isNumber = field.type.isNumber
    }
  }

  private func cell(_ column: Column, of map: Record) -> TemplateValue {
    let (shown, length) = map[at: column.index].map { text.shown($0.value, of: column.field) } ?? (.none, 0)
    return [
      "value": shown, "right": .flag(column.isNumber), "label": .text(column.label),
      // Names stay whole; sentences turn.
      "nowrap": .flag(column.field.type.isShort || length <= 18),
    ]
  }
}

extension FieldType {
  var isNumber: Bool {
    switch self {
    case .count, .quantity, .quantityOr, .money, .percent, .score: true
    default: false
    }
  }

  /// Whether its values are best kept on one line.
  var isShort: Bool {
    switch self {
    case .moment, .code, .yesNo: true
    default: isNumber
    }
  }
}
