import Charts
import Complaints
import Hypertext
import Templates

/// What stands beside the timeline: who bears the case, and what it cost.
struct CardSide {
  let edition: Edition
  let record: CardRecord
  let text: FieldText

  private var looks: CardLooks { record.looks }
  private var pieces: LentPieces { text.pieces }

  /// Appends a row a department, with its share as a bar and what else is known of it; none where one is not named.
  func shares(to rows: inout TemplateRows) {
    guard record.has(CardField.departments), let schema = record.look(CardField.departments).inner else {
      return
    }
    let named = looks.field(CardField.Department.name, of: schema)
    let maps = record.maps(CardField.departments)
    let names = maps.compactMap { map in
      map[CardField.Department.name].map { text.word($0, of: named) }
    }
    guard names.count == maps.count else { return }
    for (map, name) in zip(maps, names) {
      let written = map[CardField.Department.share]?.percent
      let fraction = written.map { Double($0) / 10_000 } ?? 1 / Double(maps.count)
      rows.row { row in
        row.text("name", name)
        row.text("share", written.map { edition.numbers.share($0) } ?? edition.numbers.percent(fraction))
        row.markup("bar") { bar(name, fraction, of: 1, in: &$0) }
        row.markup("note") { rest(of: map, schema, in: &$0) }
      }
    }
  }

  /// Appends a row a kind of cost; none where none is given.
  func costs(to rows: inout TemplateRows) {
    guard let map = record[CardField.costs]?.map, let schema = record.look(CardField.costs).inner else { return }
    let largest = map.reduce(0) { max($0, $1.value.money?.units ?? 0) }
    for entry in map {
      guard let amount = entry.value.money else { continue }
      let look = looks.field(entry.field, of: schema)
      rows.row { row in
        row.markup("name") { $0.append(looks.label(of: look).label, of: pieces) }
        row.text("amount", edition.numbers.money(amount))
        row.markup("bar") { bar(looks.name(of: look), amount.units, of: largest, in: &$0) }
      }
    }
    for entry in map.unknown {
      rows.row { row in
        row.markup("name") { $0.text(entry.key) }
        row.markup("amount") { text.append(running: entry.text, to: &$0) }
        row.text("bar", nil)
      }
    }
  }

  /// All kinds but the claim, which is what the customer asks for.
  var total: String {
    let sum = record[CardField.costs]?.map?.reduce(Money.zero) { sum, entry in
      entry.field == CardField.claim ? sum : sum + (entry.value.money ?? .zero)
    }
    return edition.numbers.money(sum ?? .zero)
  }

  private func bar(_ name: String, _ value: Double, of maximum: Double, in markup: inout Markup) {
    guard maximum > 0 else { return }
    // Without a limit there are no stripes, and nothing that needs an id of its own.
    InlineBar(id: "", title: name, value: value, maximum: maximum).append(to: &markup)
  }

  /// The person, and below them what else is known, under labels.
  private func rest(of map: StoredMap, _ schema: SchemaLook, in markup: inout Markup) {
    for entry in map where entry.field != CardField.Department.name && entry.field != CardField.Department.share {
      let look = looks.field(entry.field, of: schema)
      if entry.field == CardField.Department.person {
        text.append(entry.value, of: look, to: &markup)
      } else {
        markup.append(looks.label(of: look).line, of: pieces)
        text.append(entry.value, of: look, to: &markup)
        markup.append(looks.ends.line, of: pieces)
      }
    }
    for entry in map.unknown { markup.element("span", class: "fs") { text.append(unknown: entry, to: &$0) } }
  }
}
