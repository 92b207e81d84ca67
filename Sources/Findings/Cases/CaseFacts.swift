package import Complaints
import Digests
import Threads

/// What figures need of the cases that count, each read once: plain numbers, and each word once.
///
/// Nothing in here refers to a file or a record, so that it can be kept from one build to the next.
struct CaseFacts: Sendable {
  /// A product that a case names.
  struct Product: Sendable {
    /// The part number, else the name; `WordList.none` if there is neither.
    let key: Int32
    /// Its name, where it has a part number as well.
    let nameOfPart: Int32
    /// Whether the key is a part number.
    let isPart: Bool
  }

  /// A department's part of the responsibility.
  struct Share: Sendable {
    let department: Int32
    let part: Part
  }

  /// What one kind of cost came to.
  struct Cost: Sendable {
    /// Its place in the schema of costs.
    let kind: Int
    let amount: Money
  }

  /// A step that was done.
  struct Step: Sparing {
    let stage, department: Int32
    /// Seconds from its receipt by the department, else from the event before it, to its own time.
    let seconds: Int

    static let missing = Step(stage: -1, department: -1, seconds: 0)
    var isMissing: Bool { stage < 0 }
  }

  var words: WordList
  var cases: [CountedCase] = []
  var details: [CaseDetail] = []
  /// Of all that is known of each case here but of where it lies in the ledger, as `FactDigests` tells it.
  var digests: [Digest] = []
  /// For each case the number of one word for each `CaseWord`.
  var named: [Int32] = []
  var weights = CaseLists<Int32>(), flags = CaseLists<Int32>()
  var products = CaseLists<Product>()
  /// Who bears it, as decided by as-of.
  var departments = CaseLists<Share>()
  /// Its own costs and those of its appeals, kind by kind in the order of the schema; no kind twice.
  var costs = CaseLists<Cost>()
  /// Each time it was reopened by as-of, in order.
  var reopenings = CaseLists<Moment>()
  /// Every limit of the first response that fell due by as-of.
  var promises = CaseLists<CaseDetail.Promise>()
  /// The steps done by as-of, in the order of the events.
  var steps = CaseLists<Step>()

  /// Of no case yet.
  init(_ words: WordList) {
    self.words = words
  }

  /// The number of the word that a case names in a field; `WordList.none` where it names none.
  func number(of word: CaseWord, in number: Int) -> Int32 { named[number * CaseWord.count + word.rawValue] }

  /// The same as text; `nil` where it names none.
  func text(of word: CaseWord, in number: Int) -> String? {
    let word = self.number(of: word, in: number)
    return word == WordList.none ? nil : words[word]
  }

  /// Makes room for some more cases in one piece.
  mutating func reserve(for parts: [CaseFacts]) {
    func sum(_ count: (CaseFacts) -> Int) -> Int { parts.reduce(0) { $0 + count($1) } }
    let number = sum(\.cases.count)
    reserve(number)
    weights.reserve(number, sum(\.weights.all.count))
    flags.reserve(number, sum(\.flags.all.count))
    products.reserve(number, sum(\.products.all.count))
    departments.reserve(number, sum(\.departments.all.count))
    costs.reserve(number, sum(\.costs.all.count))
    reopenings.reserve(number, sum(\.reopenings.all.count))
    promises.reserve(number, sum(\.promises.all.count))
    steps.reserve(number, sum(\.steps.all.count))
  }

  /// Makes room for the parts of some more cases that are as many as the cases.
  private mutating func reserve(_ number: Int) {
    cases.reserveCapacity(cases.count + number)
    details.reserveCapacity(details.count + number)
    digests.reserveCapacity(digests.count + number)
    named.reserveCapacity(named.count + number * CaseWord.count)
  }

  /// Cases that were kept and some that were read since, with the same words.
  ///
  /// - Parameters:
  ///   - runs: Where they are to be found, one after the other.
  ///   - places: Of the cases in the ledger.
  init(_ kept: KeptFacts, _ read: CaseFacts, _ runs: [FactRun], at places: [Int], jobs: Int) {
    self = read
    // Two halves of about as many bytes.
    let ((cases, details, digests, reopenings, promises), (named, lists, steps)) = inParallel(jobs: jobs) {
      var cases = runs.joined(kept.cases, read.cases)
      for (index, place) in places.enumerated() { cases[index].place = place }
      return (
        cases, runs.joined(kept.details, read.details), runs.joined(kept.digests, read.digests),
        runs.joined(kept.reopenings, read.reopenings), runs.joined(kept.promises, read.promises)
      )
    } _: {
      let lists = (
        runs.joined(kept.weights, read.weights), runs.joined(kept.flags, read.flags),
        runs.joined(kept.products, read.products), runs.joined(kept.departments, read.departments),
        runs.joined(kept.costs, read.costs)
      )
      return (runs.joined(kept.named, read.named, width: CaseWord.count), lists, runs.joined(kept.steps, read.steps))
    }
    (self.cases, self.details, self.digests, self.named) = (cases, details, digests, named)
    (weights, flags, products, departments, costs) = lists
    (self.reopenings, self.promises, self.steps) = (reopenings, promises, steps)
  }

  /// Appends further cases, which were read with a list of words of their own.
  mutating func append(_ other: CaseFacts) {
    let numbers = words.formUnion(other.words)
    func here(_ word: Int32) -> Int32 { numbers[Int(word)] }
    cases += other.cases
    details += other.details.map { detail in
      var detail = detail
      detail.waiting = detail.waiting.map {
        Step(stage: here($0.stage), department: here($0.department), seconds: $0.seconds)
      }
      return detail
    }
    named += other.named.lazy.map(here)
    weights.append(other.weights, here)
    flags.append(other.flags, here)
    products.append(other.products) { Product(key: here($0.key), nameOfPart: here($0.nameOfPart), isPart: $0.isPart) }
    departments.append(other.departments) { Share(department: here($0.department), part: $0.part) }
    costs.append(other.costs)
    reopenings.append(other.reopenings)
    promises.append(other.promises)
    steps.append(other.steps) { Step(stage: here($0.stage), department: here($0.department), seconds: $0.seconds) }
  }
}

extension Findings {
  /// Who bears a case, as decided by as-of.
  package func departments(of number: Int) -> [Complaint.Share] {
    facts.departments[number].map { $0.part.share(of: facts.words[$0.department]) }
  }

  /// The costs of a case and of its appeals, kind by kind in the order of the schema; no kind twice.
  package func costs(of number: Int) -> [Complaint.Cost] {
    facts.costs[number].map { Complaint.Cost(kind: CaseSchema.costs.fields[$0.kind].key, amount: $0.amount) }
  }

  /// Each time a case was reopened by as-of, in order.
  package func reopenings(of number: Int) -> ArraySlice<Moment> { facts.reopenings[number] }

  /// The words that a case names on a dimension, each once, in its order; none where it names none.
  package func words(of number: Int, on dimension: Dimension) -> [String] {
    func distinct(_ words: some Sequence<Int32>) -> [String] {
      var seen: [Int32] = [WordList.none]
      for word in words where !seen.contains(word) { seen.append(word) }
      return seen.dropFirst().map { facts.words[$0] }
    }
    switch dimension {
    case .product: return distinct(facts.products[number].lazy.map(\.key))
    case .department: return distinct(facts.departments[number].lazy.map(\.department))
    case .weight: return distinct(facts.weights[number])
    case .flags: return distinct(facts.flags[number])
    case .status: return facts.cases[number].standing.status.map { [$0.rawValue] } ?? []
    default: return dimension.word.flatMap { facts.text(of: $0, in: number) }.map { [$0] } ?? []
    }
  }

  /// The word that a case names on a dimension on which it names no more than one; `nil` where it names none.
  package func word(of number: Int, on dimension: Dimension) -> String? {
    dimension.word.flatMap { facts.text(of: $0, in: number) }
  }

  /// How many words the cases of a set name on a dimension on which each names no more than one; naming none is a word.
  package func wordCount(of set: CaseSet, on dimension: Dimension) -> Int {
    dimension.word.map { word in Set(set.lazy.map { facts.number(of: word, in: $0) }).count } ?? 0
  }

  /// Whether a product of a case has a part number.
  package func hasPartNumber(_ number: Int) -> Bool { facts.products[number].contains(where: \.isPart) }

  /// Whether a case names a word of a dimension.
  package func names(_ dimension: Dimension, _ number: Int) -> Bool {
    switch dimension {
    case .product: facts.products[number].contains { $0.key != WordList.none }
    case .department: facts.cases[number].hasDepartments
    case .weight: !facts.weights.isEmpty(number)
    case .flags: !facts.flags.isEmpty(number)
    case .status: facts.cases[number].standing.status != nil
    default: dimension.word.map { facts.number(of: $0, in: number) != WordList.none } ?? false
    }
  }
}
