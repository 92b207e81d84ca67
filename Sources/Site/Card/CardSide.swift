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
  var shares: [TemplateValue] {
    let maps = record.maps("departments")
    let shares = Complaint.Share.shares(maps)
    guard shares.count == maps.count else { return [] }
    return zip(maps, shares).enumerated().map { index, pair in
      let (map, share) = pair
      let name = edition.label(of: share.department, in: "department")
      return [
        "name": .text(name),
        "share": .text(share.written.map { edition.numbers.share($0) } ?? edition.numbers.percent(share.fraction)),
        "bar": .markup(bar("s\(index)", name, share.fraction, of: 1)),
        "note": .markup(rest(of: map, without: ["name", "share"])),
      ]
    }
  }

  /// A row a kind of cost; empty where none is given.
  var costs: [TemplateValue] {
    guard let map = record.map("costs") else { return [] }
    let largest = map.schema.fields.compactMap { map.money($0.key)?.units }.max() ?? 0
    let known: [TemplateValue] = map.entries.compactMap { entry in
      guard case .money(let amount) = entry.item.value else { return nil }
      let name = edition.label(of: map.schema.fields[entry.field])
      return [
        "name": .text(name), "amount": .text(edition.numbers.money(amount)),
        "bar": .markup(bar("c\(entry.field)", name, amount.units, of: largest)),
      ]
    }
    return known + map.unknown.map { ["name": .text($0.key), "amount": .text(text.running($0.text)), "bar": .none] }
  }

  /// All kinds but the claim, which is what the customer asks for.
  var total: String {
    let kinds = record.map("costs").map(Complaint.Cost.costs) ?? []
    return edition.numbers.money(kinds.reduce(.zero) { $1.kind == "claim" ? $0 : $0 + $1.amount })
  }

  private func bar(_ id: String, _ name: String, _ value: Double, of maximum: Double) -> Markup {
    guard maximum > 0 else { return Markup() }
    return InlineBar(id: id, title: name, value: value, maximum: maximum).svg()
  }

  /// The person, and below them what else is known, under labels.
  private func rest(of map: Record, without shown: [String]) -> Markup {
    var markup = Markup()
    for entry in map.entries {
      let field = map.schema.fields[entry.field]
      guard !shown.contains(field.key) else { continue }
      let value = text.markup(entry.item.value, of: field)
      if field.key == "person" { markup.append(value) } else { append(edition.label(of: field), value, to: &markup) }
    }
    for entry in map.unknown { append(entry.key, Markup(text: text.running(entry.text)), to: &markup) }
    return markup
  }

  private func append(_ label: String, _ value: Markup, to markup: inout Markup) {
    markup.element("span", [Attribute("class", "fs")]) { span in
      text.append(label: label, to: &span)
      span.append(value)
    }
  }
}
