import Complaints
import Digests
import Threads

/// How the facts of a case are read: in one walk along its record, and one along its events.
///
/// A class since it is asked for every case on every thread, and a copy would count a reference to each of its parts.
final class CaseReader: Sendable {
  let ledger: Ledger
  let asOf: Day
  /// The appeals that continue a case, by its place.
  let appeals: [Int: [Int]]
  /// Those of the site with no other limits than those of whole cases and of the first response.
  private let settings: Settings
  /// The last second of as-of.
  private let end: Moment

  init(_ ledger: Ledger, asOf: Day, appeals: [Int: [Int]]) {
    var settings = ledger.settings
    settings.limits.removeAll { !$0.stages.isEmpty && $0.stages != ["responded"] }
    self.ledger = ledger
    self.asOf = asOf
    self.appeals = appeals
    self.settings = settings
    end = Moment(day: asOf, second: 86_399, zone: settings.zone)
  }

  /// The facts of some cases in their order.
  ///
  /// - Parameter kept: What is known of them already.
  /// - Returns: Also how many had to be read that may be kept.
  /// - Complexity: O(*cases*), each read once.
  func facts(of places: [Int], kept: KeptFacts?, jobs: Int) -> (facts: CaseFacts, digests: [Digest], reread: Int) {
    let digests = digests(of: places)
    let known = kept?.files.places(of: digests) ?? []
    // Those with appeals are read each time.
    let reread = kept == nil ? places.count : zip(digests, known).count { $0 != .zero && $1 < 0 }
    guard let kept, reread <= max(places.count / 20, 64) else {
      return (facts(of: places, jobs: jobs), digests, places.count)
    }
    var others = CaseFacts(kept.words)
    var runs: [FactRun] = []
    var index = 0
    while index < places.count {
      let (start, first) = (index, Int(known[index]))
      if first < 0 {
        read(places[index], into: &others)
        others.addDigest()
        index += 1
        runs.append(FactRun(isKept: false, cases: others.cases.count - 1..<others.cases.count))
      } else {
        repeat { index += 1 } while index < places.count && Int(known[index]) == first + index - start
        runs.append(FactRun(isKept: true, cases: first..<first + index - start))
      }
    }
    return (CaseFacts(kept, others, runs, at: places, jobs: jobs), digests, reread)
  }

  /// Of each case, of its file and of those of its appeals, whose costs are its own.
  private func digests(of places: [Int]) -> [Digest] {
    var digests = places.map { ledger.cases[$0].digest }
    for (root, appeals) in appeals {
      let index = places.partitioningIndex { $0 >= root }
      guard index < places.count, places[index] == root else { continue }
      var digester = Digester()
      for place in [root] + appeals { digester.add(ledger.cases[place].digest) }
      digests[index] = digester.digest()
    }
    return digests
  }

  private func facts(of places: [Int], jobs: Int) -> CaseFacts {
    let words = WordList(ledger.cases.first?.record.store.words)
    // Each run has words of its own; put together in order they are numbered as if one thread had read all.
    let run = 512
    var parts = inParallel((places.count + run - 1) / run, jobs: jobs, step: 1) { index in
      var facts = CaseFacts(words)
      for place in places[index * run..<min((index + 1) * run, places.count)] { read(place, into: &facts) }
      return facts
    }
    var all = CaseFacts(words)
    all.reserve(for: parts)
    for index in parts.indices {
      all.append(parts[index])
      parts[index] = CaseFacts(words)
    }
    all.makeDigests(jobs: jobs)
    return all
  }

  private func read(_ place: Int, into facts: inout CaseFacts) {
    let file = ledger.cases[place]
    let complaint = file.complaint.atHand()
    let course = Course(of: complaint, asOf: asOf, settings: settings)
    let standing = CaseStanding(course.standing)
    let fields = FieldFacts(file.record, asOf: asOf, into: &facts)
    let shares = Complaints.departments(of: complaint, asOf: asOf)
    let pause = complaint.openPause(asOf: asOf)
    for share in shares {
      let department = facts.words.number(of: share.department)
      facts.departments.add(.init(department: department, part: Part(share)))
    }
    facts.departments.endList()
    facts.reopenings.append(course.standing.reopened)
    facts.promises.append(course.stages.lazy.compactMap { CaseDetail.Promise($0, asOf: self.asOf) })
    let told = complaint.firstTold(asOf: asOf)
    let waiting = steps(of: course, since: complaint.received, into: &facts)
    let cost = costs(fields.costs, of: place, into: &facts)
    facts.cases.append(
      CountedCase(
        place: place, standing, received: complaint.received, fields,
        isReopened: !course.standing.reopened.isEmpty, hasDepartments: !shares.isEmpty, cost: cost, pause: pause,
        asOf: asOf))
    facts.details.append(
      CaseDetail(
        days: standing.daysToClose ?? complaint.received.days(to: end),
        pausedDays: complaint.pausedDays(until: standing.closed?.end ?? end, asOf: asOf, zone: settings.zone),
        hoursToContain: standing.contained.flatMap { complaint.received.hours(to: $0) }, informed: told,
        hoursToInform: told.flatMap { complaint.received.hours(to: $0) },
        waiting: standing.closed == nil ? waiting : nil, deductions: fields.deductions, followUp: fields.followUp,
        expedites: standing.isOverdue == true ? expedites(of: complaint, in: file) : 0,
        isAbnormal: standing.closed != nil && fields.isAbnormal))
  }

  /// How many expediting slips an overdue case gets: of the few that are, all limits are looked at.
  private func expedites(of complaint: Complaint, in file: CaseFile) -> UInt16 {
    let course = Course(of: complaint, asOf: asOf, settings: ledger.settings)
    return UInt16(clamping: SlipRecipients(file, complaint, course, asOf: asOf).expedited.count)
  }

  /// The steps of a case.
  ///
  /// - Returns: With whom it is since its last event, or since it was received where it had none.
  private func steps(of course: Course, since received: Moment, into facts: inout CaseFacts) -> CaseFacts.Step {
    var last = received
    var (stage, department) = (facts.words.number(of: "received"), WordList.none)
    for event in course.events {
      guard let at = event.at else { break }
      let seconds = (event.received ?? last).seconds(to: at)
      stage = facts.words.number(of: event.stage)
      department = event.department.map { facts.words.number(of: $0) } ?? WordList.none
      // A receipt later than the step is a mistake of the file, and no time.
      if event.isDone, seconds >= 0 {
        facts.steps.add(.init(stage: stage, department: department, seconds: seconds))
      }
      last = at
    }
    facts.steps.endList()
    return .init(stage: stage, department: department, seconds: last.seconds(to: end))
  }

  /// The costs of a case with those of its appeals added kind by kind.
  ///
  /// - Returns: What it cost: all but the claim.
  private func costs(_ own: [CaseFacts.Cost], of place: Int, into facts: inout CaseFacts) -> Money {
    var costs = own
    for appeal in appeals[place, default: []] {
      ledger.cases[appeal].record.lend { map in
        costs += FieldFacts.costs(map[FactField.costsOfCase]?.map)
      }
    }
    if costs.count > own.count {
      costs = CaseSchema.costs.fields.indices.compactMap { kind in
        let amounts = costs.filter { $0.kind == kind }.map(\.amount)
        return amounts.isEmpty
          ? nil : CaseFacts.Cost(kind: kind, amount: amounts.reduce(.zero) { $0.addingSaturated($1) })
      }
    }
    facts.costs.append(costs)
    return costs.reduce(.zero) { $1.kind == FactField.claim ? $0 : $0.addingSaturated($1.amount) }
  }
}

extension Complaint {
  /// The time of the first event by a day that gives the case to those who are to handle it, or tells them of it.
  fileprivate func firstTold(asOf day: Day) -> Moment? {
    events.first { event in
      (event.stage == "assigned" || event.stage == "informed") && event.isDone
        && event.at.map { $0.day <= day } ?? false
    }?.at
  }

  /// How long the clocks stood still from received to a moment, pauses that overlap counted once.
  fileprivate func pausedDays(until end: Moment, asOf day: Day, zone: Zone) -> Double {
    guard !pauses.isEmpty, received.utc < end.utc else { return 0 }
    let time = received.utc..<end.utc
    let seconds = PausedTime(pauses, asOf: day, zone: zone).spans.reduce(0) { $0 + $1.clamped(to: time).count }
    return Double(seconds) / 86_400
  }
}

extension Moment {
  /// Seconds from this to another; whole days of 86,400 if either has no time.
  fileprivate func seconds(to other: Moment) -> Int {
    hasTime && other.hasTime ? other.utc - utc : (other.day.number - day.number) * 86_400
  }
}
