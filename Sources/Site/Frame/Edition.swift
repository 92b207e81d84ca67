package import Complaints
package import Digests
package import Findings
package import Templates

/// One making of the site: everything that a page may read. Nothing else reaches a page.
///
/// A class because every part of every page holds it, and a copy of a value would count a reference to each of its fields.
package final class Edition: Sendable {
  package let ledger: Ledger
  package let settings: Settings
  package let findings: Findings
  package let asOf: Day
  package let audience: Audience
  package let strings: Strings
  package let numbers: Numbers
  /// With all that is the same on every page filled in.
  package let templates: TemplateLibrary
  let fixed: FixedFrame
  /// The last commit that changed the ledger; `nil` without git or with changes not committed.
  package let commit: String?
  package let version: String
  /// Of what every page reads: settings, words, templates, version, and for whom it is made. `nil` where no page is asked what it reads.
  let shared: Digest?
  /// What pages other than cards read; made when the first is planned.
  private let kept = Once<PageInputs>()
  /// What of each case matters beyond its card.
  package let traits: CaseTraits
  /// Of each case by its place in the ledger, whether it is closed at as-of.
  let closings: [Bool]
  /// How many threads plan.
  let jobs: Int
  /// Where the cards stand.
  let cards: CardIndex
  /// How the pages name the ledger's files.
  let contentPaths: ContentPaths
  /// The ledger's folder as the repository names it, with a slash at its end; empty at the repository's top.
  let folder: String
  /// What the lists of cases share.
  let lists: Lists
  let words: WordLabels
  /// What is the same on every card.
  let looks: CardLooks
  /// What the public may know; `nil` where nothing is withheld.
  let disclosure: Disclosure?
  /// The files below attachments/ with their bytes, by name.
  private let attachmentSizes: [String: Int]
  /// Of all files below attachments/, and which of them are hidden.
  let attachments: Digest
  private let hiddenAttachments: Set<String>

  /// - Parameters:
  ///   - folder: Where the ledger stands; without it, that is told from the paths of its files.
  ///   - texts: Of the words and templates; without it every page is made anew each time.
  ///   - traits: What is known of the cases already, of the same ledger.
  ///   - jobs: How many threads say what the pages read.
  package init(
    ledger: Ledger, findings: Findings, asOf: Day, audience: Audience, strings: Strings, templates: TemplateLibrary,
    commit: String?, folder: ContentFolder? = nil, version: String, texts: Digest? = nil,
    traits: CaseTraits? = nil, jobs: Int = 1
  ) {
    self.ledger = ledger
    settings = ledger.settings
    self.findings = findings
    self.asOf = asOf
    self.audience = audience
    self.strings = strings
    self.commit = commit
    self.folder = folder?.known ?? "content/"
    self.version = version
    self.jobs = jobs
    let names = [version, audience.rawValue, strings.language.rawValue, self.folder]
    shared = texts.map { Self.shared(ledger, audience: audience, texts: $0, names) }
    disclosure = Disclosure(findings, minimum: audience == .public ? ledger.settings.minimumCell : nil)
    contentPaths = folder.map { ContentPaths(folder: $0.given) } ?? ledger.contentPaths
    cards = CardIndex(ledger, audience: audience, asOf: asOf, jobs: jobs)
    lists = Lists(findings, isOpen: audience == .team)
    let traits = traits ?? CaseTraits(ledger, asOf: asOf, jobs: jobs)
    self.traits = traits
    var closings = traits.all.map(\.isOver)
    for counted in findings.cases { closings[counted.place] = counted.closedDay != nil }
    self.closings = closings
    let hidden = ledger.hiddenAttachments(from: audience, traits, asOf: asOf)
    hiddenAttachments = hidden
    var digester = Digester()
    for file in ledger.attachments {
      digester.add(file.name)
      digester.add(file.size)
      digester.add(hidden.contains(file.name) ? 1 : 0)
    }
    attachments = digester.digest()
    attachmentSizes = Dictionary(ledger.attachments.map { ($0.name, $0.size) }) { first, _ in first }
    words = WordLabels(
      ledger.settings.vocabularies, strings.language, table: ledger.cases.first?.record.store.words)
    numbers = Numbers(strings: strings, currency: ledger.settings.currency)
    looks = CardLooks(strings, words: words, today: numbers.shortDay(asOf))
    fixed = FixedFrame(
      strings: strings, settings: ledger.settings, version: version, asOf: asOf, commit: commit,
      parts: parts(of: ledger, for: audience))
    self.templates = templates.binding(fixed.constants)
  }

  private static func shared(
    _ ledger: Ledger, audience: Audience, texts: Digest, _ names: [String]
  ) -> Digest {
    var digester = Digester()
    digester.add(ledger.settings.digest)
    digester.add(texts)
    for name in names { digester.add(name) }
    // The navigation leads to some parts only where there is something in them.
    for part in parts(of: ledger, for: audience) {
      digester.add(part.phrase.rawValue)
      digester.add(part.to.text)
    }
    return digester.digest()
  }

  /// What pages other than cards read, made when it is asked for first; `nil` where no page is asked for it.
  var inputs: (@Sendable () -> PageInputs)? {
    guard let shared, let others = ledger.others else { return nil }
    return { self.kept.value { PageInputs(self, shared: shared, others: others) } }
  }

  /// What a page reads, told when it is asked for; `nil` where no page is.
  func reading(_ tell: @escaping @Sendable (PageInputs) -> Digest) -> (@Sendable () -> Digest)? {
    guard let inputs else { return nil }
    return { tell(inputs()) }
  }

  /// A word's label in the site's language; a path as «产品质量 / 电性能». An open vocabulary takes what people write, so a
  /// telephone number beside a name is masked; products have part numbers, which are none.
  func label(of code: String, in vocabulary: String) -> String {
    let label = words.label(of: code, in: vocabulary)
    return audience == .team || vocabulary == "product" ? label : Masking.ofNobody.text(label)
  }

  /// The address at which a file of the ledger is edited; `nil` for those who do not keep the ledger, and where the site has none.
  func editLink(of file: String) -> String? {
    guard audience == .team, let pattern = settings.editURL else { return nil }
    return pattern.split(separator: "{path}", omittingEmptySubsequences: false)
      .joined(separator: PagePath.link(to: folder + contentPaths.shown(file)))
  }

  /// Where an attachment is published; `nil` if there is no such file, or this audience may not see it.
  func attachmentPath(_ name: String) -> PagePath? {
    attachmentSizes[name] != nil && !hiddenAttachments.contains(name) ? publishedPath(of: name) : nil
  }

  /// The bytes of an attachment; `nil` if there is no such file.
  func attachmentSize(_ name: String) -> Int? { attachmentSizes[name] }

  /// Whether this audience may not even know of an attachment.
  func isHidden(attachment name: String) -> Bool { hiddenAttachments.contains(name) }

  /// HTML, SVG, XML and scripts are published as text, so that none of them runs in the site's name; under a name that
  /// no other attachment has.
  private func publishedPath(of attachment: String) -> PagePath {
    let ending = attachment.split(separator: ".").last.map { $0.lowercased() } ?? ""
    let active = [
      "html", "htm", "xhtml", "xht", "shtml", "mhtml", "svg", "svgz", "xml", "xsl", "xslt", "js", "mjs", "swf",
    ]
    guard active.contains(ending) else { return PagePath("attachments/\(attachment)") }
    var name = attachment + ".txt"
    while attachmentSizes[name] != nil { name += ".txt" }
    return PagePath("attachments/\(name)")
  }

  /// Renders a template with the frame around what the page itself says.
  func render(
    _ template: PageTemplate, at path: PagePath, frame: Frame, content: TemplateObject, into buffer: inout [UInt8]
  ) throws {
    try render(template, at: path, frame: frame, page: .object(content), into: &buffer)
  }

  /// The same for an object in whatever form.
  func render(
    _ template: PageTemplate, at path: PagePath, frame: Frame, page: TemplateValue, into buffer: inout [UInt8]
  ) throws {
    try templates.render(template.name, frame.row(at: path, in: self, page: page), into: &buffer)
  }
}
