package import Digests

/// Everything that was read: the cases, the denominators, and every reason why something could not be read.
package struct Ledger: Sendable {
  package let settings: Settings
  /// Every case file without an error, ordered by time received, then id; also those that a rule excludes.
  package internal(set) var cases: [CaseFile]
  var index = CaseIndex()
  /// The case files that have an error, in order of path.
  package internal(set) var rejected: [String]
  /// The ids that could be read in files with an error: known, so that whatever refers to them is not wrong as well.
  package internal(set) var rejectedIDs: [String]
  /// The files with an error of which enough could be read for the rules to look at the rest.
  package internal(set) var damaged: [CaseFile]
  /// The files with an error of which only some words could be read.
  package let strays: [StrayFile]
  package let exposure: [ExposureRow]
  package let tallies: [TallyRow]
  /// In the order of the names of their files.
  package let improvements: [Improvement]
  package let narratives: [ReportNarrative]
  package let pages: [FreePage]
  package internal(set) var attachments: [AttachmentFile]
  /// Ids of the processes, in the order of their files.
  package let processes: [String]
  /// The processes of which the files have no error, in the order of their files.
  package let workflows: [Workflow]
  /// All of all files, sorted.
  package internal(set) var diagnostics: [Diagnostic]
  /// Of the names and bytes of all files but those of cases and attachments; `nil` of a ledger that no files made.
  package let others: Digest?
  /// Of what each case is judged by besides itself, the cases that it names and the day: site.yaml, the calendars and
  /// processes, the names and sizes of attachments; `nil` of a ledger that no files made.
  package let grounds: Digest?

  package init(
    settings: Settings, cases: [CaseFile], rejected: [String], rejectedIDs: [String] = [], damaged: [CaseFile] = [],
    strays: [StrayFile] = [], exposure: [ExposureRow], tallies: [TallyRow], improvements: [Improvement] = [],
    narratives: [ReportNarrative],
    pages: [FreePage], attachments: [AttachmentFile], processes: [String] = [], workflows: [Workflow] = [],
    diagnostics: [Diagnostic], others: Digest? = nil, grounds: Digest? = nil
  ) {
    self.settings = settings
    self.cases = cases
    self.rejected = rejected
    self.rejectedIDs = rejectedIDs
    self.damaged = damaged
    self.strays = strays
    self.exposure = exposure
    self.tallies = tallies
    self.improvements = improvements
    self.narratives = narratives
    self.pages = pages
    self.attachments = attachments
    self.processes = processes
    self.workflows = workflows
    self.diagnostics = diagnostics
    self.others = others
    self.grounds = grounds
  }

  /// The place of each case by its id.
  package var places: NameTable { index.table(of: cases) }

  /// The cases received later than a day, the last first.
  package func cases(after day: Day) -> [CaseFile] {
    // In order of time; where a clock is set back at midnight, that is hardly ever a day behind the order of days.
    cases.reversed().prefix { $0.complaint.received.day >= day }.filter { $0.complaint.received.day > day }
  }
}

/// What was shipped in a month, of one product or of all.
package struct ExposureRow: Hashable, Sendable {
  package let month: Period
  /// Part number, else name; `nil` is all products together.
  package let product: String?
  package let shippedLots, acceptedLots, shippedUnits, customers, households, transactions: Int?
  package let place: Place

  package init(
    month: Period, product: String?, shippedLots: Int?, acceptedLots: Int?, shippedUnits: Int?, customers: Int? = nil,
    households: Int? = nil, transactions: Int? = nil, place: Place
  ) {
    self.month = month
    self.product = product
    self.shippedLots = shippedLots
    self.acceptedLots = acceptedLots
    self.shippedUnits = shippedUnits
    self.customers = customers
    self.households = households
    self.transactions = transactions
    self.place = place
  }
}

/// A count without cases behind it.
package struct TallyRow: Hashable, Sendable {
  package let day: Day
  package let category: String
  package let count: Int
  package let status, result, channel, business, branch, product: String?
  package let place: Place

  package init(
    day: Day, category: String, count: Int, status: String?, result: String?, channel: String?, business: String?,
    branch: String?, product: String?, place: Place
  ) {
    self.day = day
    self.category = category
    self.count = count
    self.status = status
    self.result = result
    self.channel = channel
    self.business = business
    self.branch = branch
    self.product = product
    self.place = place
  }
}

/// The narrative of a report, written by people.
package struct ReportNarrative: Sendable {
  package let period: Period
  package let path: String
  /// 编制, 审核, 核准.
  package let preparedBy, reviewedBy, approvedBy: String?
  package let text: [UInt8]
  package let firstLine: Int

  package init(
    period: Period, path: String, preparedBy: String?, reviewedBy: String?, approvedBy: String?, text: [UInt8],
    firstLine: Int
  ) {
    self.period = period
    self.path = path
    self.preparedBy = preparedBy
    self.reviewedBy = reviewedBy
    self.approvedBy = approvedBy
    self.text = text
    self.firstLine = firstLine
  }
}

/// A free page: the company's own rules and guides.
package struct FreePage: Sendable {
  /// Below pages/, without the ending: situations, guides/handling.
  package let name: String
  package let path: String
  package let title: String
  package let text: [UInt8]
  package let firstLine: Int

  package init(name: String, path: String, title: String, text: [UInt8], firstLine: Int) {
    self.name = name
    self.path = path
    self.title = title
    self.text = text
    self.firstLine = firstLine
  }
}

/// A regular file below attachments/.
package struct AttachmentFile: Hashable, Sendable {
  /// Relative to attachments/.
  package let name: String
  /// Bytes.
  package let size: Int

  package init(name: String, size: Int) {
    self.name = name
    self.size = size
  }
}
