import Complaints
import Hypertext
import Templates

/// What a card shows of a record, in groups; a field that no group names comes last, so that none is ever left out.
struct CardSections {
  let record: Record
  let text: FieldText

  /// Short facts, in a grid, as a register has them.
  private static let registered = [
    "received", "kind", "status", "channel", "category", "severity", "urgency", "level", "weight", "region",
    "cause_kind", "validity", "form", "written_on", "flags", "business", "branch", "process", "recorded_by", "owner",
    "handler", "handled", "transferred_from", "occurred", "place", "reply_by", "promised", "due", "responded",
    "contained", "closed", "reopened", "outcome", "tracked", "repeat_of", "appeal_of", "related", "followup_exempt",
    "allowance_proof", "tags", "private",
  ]
  /// What the customer says, in their words.
  private static let told = ["description", "demand", "impact", "mood", "open_reason", "remark", "lesson"]
  /// Shown elsewhere on the card.
  private static let elsewhere = ["id", "title"]

  private var schema: Schema { record.schema }

  /// The grid of short facts.
  var registered: [TemplateValue] { facts(Self.registered) }

  /// The grid of longer texts.
  var told: [TemplateValue] { facts(Self.told) }

  /// One section for each map or list, in the order of the table of fields.
  var sections: [TemplateValue] {
    let known = Set(Self.registered + Self.told + Self.elsewhere + CardSide.keys)
    return record.entries.compactMap { entry in
      let field = schema.fields[entry.field]
      guard !known.contains(field.key) else { return nil }
      return section(entry.item.value, of: field)
    }
  }

  /// Keys that no field has, as they were written.
  var unknown: [TemplateValue] {
    record.unknown.map { entry in
      ["label": .text(entry.key), "value": .text(text.masking?.text(entry.text) ?? entry.text), "wide": true]
    }
  }

  private func facts(_ keys: [String]) -> [TemplateValue] {
    keys.compactMap { key in
      guard let index = schema.index(of: key), let item = record[key] else { return nil }
      return fact(item.value, of: schema.fields[index])
    }
  }

  private func fact(_ value: Value, of field: Field) -> TemplateValue {
    let shown = text.markup(value, of: field)
    return [
      "label": .text(text.edition.label(of: field)), "value": .markup(shown),
      "wide": .flag(shown.bytes.count > 90),
    ]
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
    let used = schema.fields.indices.filter { index in maps.contains { $0.entries.contains { $0.field == index } } }
    let columns = used.map { schema.fields[$0] }
    return [
      "columns": .list(
        columns.map { ["label": .text(text.edition.label(of: $0)), "right": .flag($0.type.isNumber)] }),
      "rows": .list(maps.map { row($0, columns: used) }),
    ]
  }

  private func row(_ map: Record, columns: [Int]) -> TemplateValue {
    let cells: [TemplateValue] = columns.map { index in
      let field = map.schema.fields[index]
      let value = map.entries.first { $0.field == index }?.item.value
      let shown = value.map { text.markup($0, of: field) } ?? Markup()
      return [
        "value": .markup(shown), "right": .flag(field.type.isNumber), "label": .text(text.edition.label(of: field)),
        // Names stay whole; sentences turn.
        "nowrap": .flag(field.type.isShort || shown.bytes.count <= 18),
      ]
    }
    return ["cells": .list(cells)]
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
