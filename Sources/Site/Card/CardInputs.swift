import Complaints
import Digests
import Hypertext

/// The digest of all that the card of a case reads: its file, what the file names, what every card reads, and as-of where the card moves with it.
///
/// - Parameter shared: Of what every page reads.
func cardInputs(of file: CaseFile, _ reach: CaseReach, _ shared: Digest, in edition: Edition) -> Digest {
  var digester = Digester()
  digester.add(shared)
  // Named by the link that leads to the file's editor, and nowhere else.
  digester.add(edition.editLink(of: file.path) ?? "")
  digester.add(file.digest)
  for id in reach.traits.cases { digester.add(edition.cards[id]?.text ?? "") }
  for name in reach.traits.files {
    digester.add(edition.attachmentPath(name)?.text ?? "")
    digester.add(edition.attachmentSize(name) ?? -1)
    digester.add(edition.isHidden(attachment: name) ? 1 : 0)
  }
  // A narrative without a bracket has neither links nor images.
  if reach.traits.hasLinks { digester.add(edition.attachments) }
  // The measures that name the case have files of their own, and stand as of a day.
  let measures = CardImprovements(edition: edition).section(of: file.complaint.id)
  if !measures.isEmpty { digester.add(String(decoding: measures.bytes, as: UTF8.self)) }
  digester.add(reach.isSettled ? 0 : edition.asOf.number)
  return digester.digest()
}
