package import Digests
import Synchronization

/// The bytes in which one case is kept: its record, and whatever else of it stands behind that.
///
/// A ledger has a hundred values a case: as bytes they take a third of the room of a tree of values, and can be kept
/// from one build to the next as they are.
package final class RecordStore: Sendable {
  nonisolated(unsafe) private let start: UnsafePointer<UInt8>
  package let count: Int
  /// Where the map of the case itself begins.
  let root: Int32
  /// The latest day of any moment among the values; one so early that none comes before it where there is none.
  let latest: Day
  /// The codes that the bytes name by number.
  package let words: WordTable
  /// Who holds the bytes; `nil` where they are this store's own.
  private let holder: (any AnyObject & Sendable)?
  /// What the bytes must be before anybody may use them; `nil` where they are known to be right.
  private let seal: RecordSeal?
  /// Whether they were looked at and found to be that, or need not be.
  private let isWhole: Atomic<Bool>

  /// The bytes of a record that was written, and others behind it.
  package init(_ writer: borrowing RecordWriter, of schema: Schema, rest: UnsafeBufferPointer<UInt8>, words: WordTable)
  {
    let fields = RecordHead.fields(of: schema, size: writer.count)
    root = Int32(RecordHead.size(fields))
    count = Int(root) + writer.count + rest.count
    let own = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
    let map = own + Int(root)
    writer.copy(to: map)
    if let first = rest.baseAddress { (map + writer.count).initialize(from: first, count: rest.count) }
    RecordHead.write(to: own, fields: fields, latest: writer.latest, end: map + writer.count)
    start = UnsafePointer(own)
    latest = writer.latest
    self.words = words
    (holder, seal) = (nil, nil)
    isWhole = Atomic(true)
  }

  /// The bytes of a record that was written.
  package convenience init(_ writer: borrowing RecordWriter, of schema: Schema, words: WordTable) {
    self.init(writer, of: schema, rest: UnsafeBufferPointer(start: nil, count: 0), words: words)
  }

  /// Bytes of a former store that somebody else holds, and does not change.
  package init(_ bytes: UnsafeBufferPointer<UInt8>, of holder: any AnyObject & Sendable, words: WordTable) {
    guard let start = bytes.baseAddress else { preconditionFailure("a case has bytes") }
    self.start = start
    count = bytes.count
    let head = RecordHead(start)
    (root, latest) = (Int32(RecordHead.size(head.fields)), head.latest)
    self.words = words
    (self.holder, seal) = (holder, nil)
    isWhole = Atomic(true)
  }

  /// Bytes of a former store that somebody else holds, of whom nobody knows whether he changed them: they are not looked
  /// at before they are used, and used only if they are what they were.
  ///
  /// - Parameter outline: Of the case.
  package init(
    _ bytes: UnsafeBufferPointer<UInt8>, of holder: any AnyObject & Sendable, sealed seal: RecordSeal,
    _ outline: CaseOutline, words: WordTable
  ) {
    guard let start = bytes.baseAddress else { preconditionFailure("a case has bytes") }
    self.start = start
    count = bytes.count
    (root, latest) = (outline.root, outline.latest)
    self.words = words
    (self.holder, self.seal) = (holder, seal)
    isWhole = Atomic(false)
  }

  deinit {
    if holder == nil { start.deallocate() }
  }

  /// Lends the bytes.
  package func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) throws -> Result) rethrows -> Result {
    if !isWhole.load(ordering: .relaxed), let other = replacement { return try other.withBytes(body) }
    return try withExtendedLifetime(self) { try body(UnsafeBufferPointer(start: start, count: count)) }
  }

  /// The same bytes from elsewhere, if these here are not what they were.
  @inline(never)
  private var replacement: RecordStore? {
    guard let seal, Digest(of: UnsafeRawBufferPointer(start: start, count: count)) != seal.sum else {
      isWhole.store(true, ordering: .relaxed)
      return nil
    }
    return seal.keeper.store(seal.number)
  }
}

/// By what the bytes of a case are known that nobody has looked at since they were kept.
package struct RecordSeal: Sendable {
  /// Of the bytes.
  let sum: Digest
  let keeper: RecordKeeper
  /// Of the case, among those of the keeper.
  let number: Int

  package init(_ sum: Digest, _ keeper: RecordKeeper, number: Int) {
    (self.sum, self.keeper, self.number) = (sum, keeper, number)
  }
}

/// Knows where the bytes of cases come from, for those that are no longer what they were.
package final class RecordKeeper: Sendable {
  private let renew: @Sendable (Int) -> RecordStore
  private let renewed = Mutex<[Int: RecordStore]>([:])

  /// - Parameter renew: Makes the very bytes of a case once more; asked once for each.
  package init(_ renew: @escaping @Sendable (Int) -> RecordStore) {
    self.renew = renew
  }

  fileprivate func store(_ number: Int) -> RecordStore {
    renewed.withLock { renewed in
      let store = renewed[number] ?? renew(number)
      renewed[number] = store
      return store
    }
  }
}

/// What stands before the map of a case, so that no field of it is looked for by walking past those before it: they lie
/// a cache line each apart, and every case is asked dozens of times.
struct RecordHead {
  let latest: Day
  /// How many fields have a place here.
  let fields: Int
  /// Where the entry of each field begins.
  let places: UnsafeRawPointer

  init(_ start: UnsafePointer<UInt8>) {
    let bytes = UnsafeRawPointer(start)
    latest = Day(number: Int(bytes.loadUnaligned(as: Int32.self)))
    fields = Int(bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self))
    places = bytes + RecordLayout.headSize
  }

  /// The bytes of the places where there are any.
  var indexed: UnsafeRawBufferPointer? {
    fields > 0 ? UnsafeRawBufferPointer(start: places, count: fields * MemoryLayout<UInt16>.size) : nil
  }

  /// How many fields get a place: none where the map is too large.
  static func fields(of schema: Schema, size map: Int) -> Int {
    size(schema.fields.count) + map <= Int(UInt16.max) ? schema.fields.count : 0
  }

  static func size(_ fields: Int) -> Int { RecordLayout.headSize + fields * MemoryLayout<UInt16>.size }

  /// Writes the head of a map that stands behind it already.
  ///
  /// - Parameter end: Of the map.
  static func write(to start: UnsafeMutablePointer<UInt8>, fields: Int, latest: Day, end: UnsafePointer<UInt8>) {
    let bytes = UnsafeMutableRawPointer(start)
    bytes.storeBytes(of: Int32(clamping: latest.number), as: Int32.self)
    bytes.storeBytes(of: UInt16(fields), toByteOffset: 4, as: UInt16.self)
    let places = bytes + RecordLayout.headSize
    places.initializeMemory(as: UInt8.self, repeating: 0, count: fields * MemoryLayout<UInt16>.size)
    guard fields > 0 else { return }
    var cursor = RecordCursor(UnsafePointer(start) + size(fields), to: end)
    while !cursor.isAtEnd {
      let place = cursor.place - UnsafePointer(start)
      let field = cursor.byte()
      if field == RecordLayout.unknown { return }
      places.storeBytes(of: UInt16(place), toByteOffset: Int(field) * 2, as: UInt16.self)
      _ = cursor.sized()
    }
  }
}

/// The codes of every vocabulary of a ledger in one list, so that a case need not hold them.
package final class WordTable: Sendable {
  package let codes: [String]

  package init(_ codes: [String]) {
    self.codes = codes
  }

  /// The words of all vocabularies in the order of their names, each in the order of its terms.
  package convenience init(_ vocabularies: Vocabularies) {
    self.init(vocabularies.names.flatMap { vocabularies[$0].terms.map(\.code) })
  }

  /// Of no words: codes are then kept as text.
  package static let none = WordTable([])
}
