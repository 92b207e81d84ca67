import Charts
import Complaints
import Hypertext
import Templates

/// What stands beside the timeline: who bears the case, and what it cost.
struct CardSide {
  let edition: Edition
  let record: Record
  let text: FieldText

  /// A row a department, with its share as a bar and what else is known of it; empty where none is named.
  var shares: TemplateRows {
    var rows = TemplateRows(.share)
    let maps = record.maps("departments")
    let shares = Complaint.Share.shares(maps)
    guard shares.count == maps.count else { return rows }
    for (map, share) in zip(maps, shares) {
      let name = edition.label(of: share.department, in: "department")
      rows.row { row in
        row.text("name", name)
        row.text(
          "share", share.written.map { edition.numbers.share($0) } ?? edition.numbers.percent(share.fraction))
        row.markup("bar") { bar(name, share.fraction, of: 1, in: &$0) }
        row.markup("note") { rest(of: map, without: ["name", "share"], in: &$0) }
      }
    }
    return rows
  }

  /// A row a kind of cost; empty where none is given.
  var costs: TemplateRows {
    var rows = TemplateRows(.cost)
    guard let map = record.map("costs") else { return rows }
    let largest =
      map.entries.compactMap { if case .money(let amount) = $0.item.value { amount.units } else { nil } }
      .max() ?? 0
    for entry in map.entries {
      guard case .money(let amount) = entry.item.value else { continue }
      let name = edition.label(of: map.schema.fields[entry.field])
      rows.row { row in
        row.text("name", name)
        row.text("amount", edition.numbers.money(amount))
        row.markup("bar") { bar(name, amount.units, of: largest, in: &$0) }
      }
    }
    for entry in map.unknown {
      rows.row { row in
        row.text("name", entry.key)
        row.text("amount", text.running(entry.text))
        row.markup("bar") { _ in }
      }
    }
    return rows
  }

  /// All kinds but the claim, which is what the customer asks for.
  var total: String {
    let kinds = record.map("costs").map(Complaint.Cost.costs) ?? []
    return edition.numbers.money(kinds.reduce(.zero) { $1.kind == "claim" ? $0 : $0 + $1.amount })
  }

  private func bar(_ name: String, _ value: Double, of maximum: Double, in markup: inout Markup) {
    guard maximum > 0 else { return }
    // Without a limit there are no stripes, and nothing that needs an id of its own.
    InlineBar(id: "", title: name, value: value, maximum: maximum).append(to: &markup)
  }

  /// The person, and below them what else is known, under labels.
  private func rest(of map: Record, without shown: [String], in markup: inout Markup) {
    for entry in map.entries {
      let field = map.schema.fields[entry.field]
      guard !shown.contains(field.key) else { continue }
      if field.key == "person" {
        text.append(entry.item.value, of: field, to: &markup)
      } else {
        append(edition.label(of: field), to: &markup) { text.append(entry.item.value, of: field, to: &$0) }
      }
    }
    for entry in map.unknown { append(entry.key, to: &markup) { $0.text(text.running(entry.text)) } }
  }

  private func append(_ label: String, to markup: inout Markup, _ value: (inout Markup) -> Void) {
    markup.element("span", class: "fs") { span in
      text.append(label: label, to: &span)
      value(&span)
    }
  }
}
