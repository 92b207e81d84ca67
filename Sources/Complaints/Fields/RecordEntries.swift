extension Record {
  /// The fields that are there, in the order of the schema; each is read when it is reached.
  package var entries: Entries { Entries(record: self) }

  /// The keys that no field has, in the order of the file.
  package var unknown: [Unknown] {
    read { (cursor: RecordCursor, _) in
      var cursor = cursor
      var found: [Unknown] = []
      while !cursor.isAtEnd {
        let isUnknown = cursor.byte() == RecordLayout.unknown
        var entry = cursor.sized()
        guard isUnknown else { continue }
        let mark = entry.mark()
        let key = entry.counted()
        found.append(Unknown(key: key.text, text: entry.text, mark: mark))
      }
      return found
    }
  }

  /// The entries of a record as a sequence of values.
  package struct Entries: Collection, Sendable {
    let record: Record

    /// Where an entry begins among the bytes of its case.
    package struct Index: Comparable, Sendable {
      let offset: Int32

      package static func < (one: Index, other: Index) -> Bool { one.offset < other.offset }
    }

    package var startIndex: Index { known(Index(offset: record.start)) }
    package var endIndex: Index { Index(offset: record.end) }

    package func index(after index: Index) -> Index {
      record.read { _, base in
        var cursor = RecordCursor(base + Int(index.offset), to: base + Int(record.end))
        _ = cursor.byte()
        _ = cursor.sized()
        return known(Index(offset: Int32(cursor.place - base)))
      }
    }

    /// Keys of no field stand behind all entries, and are none.
    private func known(_ index: Index) -> Index {
      guard index.offset < record.end else { return endIndex }
      return record.read { _, base in base[Int(index.offset)] == RecordLayout.unknown ? endIndex : index }
    }

    package subscript(index: Index) -> Entry {
      record.read { _, base in
        var cursor = RecordCursor(base + Int(index.offset), to: base + Int(record.end))
        let field = Int(cursor.byte())
        var entry = cursor.sized()
        let marks = entry.marks()
        let bytes = PackedBytes(store: .passUnretained(record.store), base: base)
        let value = PackedValue(entry, of: bytes, inner: record.schema.inner(field))
        return Entry(field: field, key: marks.key, item: Item(value.value, at: marks.value))
      }
    }
  }
}
