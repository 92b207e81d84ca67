import Complaints
import Digests
import Hypertext

/// The digest of all that the card of a case reads: its file, what the file names, what every card reads, and as-of where the card moves with it.
///
/// - Parameter shared: Of what every page reads.
func cardInputs(of file: CaseFile, _ shared: Digest, in edition: Edition) -> Digest {
  var inputs = CardInputs(edition: edition)
  inputs.digester.add(shared)
  // Named by the link that leads to the file's editor, and nowhere else.
  inputs.digester.add(edition.editLink(of: file.path) ?? "")
  inputs.digester.add(file.digest)
  inputs.add(file.record)
  // A narrative without a bracket has neither links nor images.
  if file.narrative.contains(UInt8(ascii: "[")) { inputs.digester.add(edition.attachments) }
  let complaint = file.complaint
  // The measures that name the case have files of their own, and stand as of a day.
  let measures = CardImprovements(edition: edition).section(of: complaint.id)
  if !measures.isEmpty { inputs.digester.add(String(decoding: measures.bytes, as: UTF8.self)) }
  let isSettled =
    isClosed(complaint, asOf: edition.asOf) && (inputs.latest ?? edition.asOf) <= edition.asOf
    && complaint.pauses.allSatisfy { $0.to != nil }
  inputs.digester.add(isSettled ? 0 : edition.asOf.number)
  return inputs.digester.digest()
}

/// What is read beside a case's own file: cards that it links to, evidence that it names.
private struct CardInputs {
  let edition: Edition
  var digester = Digester()
  /// The last day that any of its fields names: what lies after as-of has not happened yet.
  private(set) var latest: Day?

  init(edition: Edition) {
    self.edition = edition
  }

  mutating func add(_ record: Record) {
    for entry in record.entries { add(entry.item.value, record.schema.fields[entry.field].type) }
  }

  private mutating func add(_ value: Value, _ type: FieldType) {
    switch value {
    case .map(let record): add(record)
    case .list(let items): for item in items { add(item.value, type.element) }
    case .moment(let moment): latest = max(latest ?? moment.day, moment.day)
    case .text(let text):
      switch type {
      case .caseLink: digester.add(edition.cards[text]?.text ?? "")
      case .file:
        digester.add(edition.attachmentPath(text)?.text ?? "")
        digester.add(edition.attachmentSize(text) ?? -1)
        digester.add(edition.isHidden(attachment: text) ? 1 : 0)
      default: break
      }
    default: break
    }
  }
}
