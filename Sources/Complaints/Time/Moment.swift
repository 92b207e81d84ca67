/// A point in time as people of the site wrote it: a day, or a day with a time on the site's wall clock.
///
/// A value without a time is that whole day: as a deadline it ends at 23:59:59, and every comparison or duration with such a value uses days only.
package struct Moment: Hashable, BitwiseCopyable, Sendable {
  /// All of it in eight bytes, since every case has dozens: the wall clock, in 18 bits the offset, in the lowest whether
  /// it has a time.
  private let packed: Int64

  /// - Parameter offset: Between -36 and 36 hours.
  package init(local: Int, offset: Int, hasTime: Bool = true) {
    packed = Int64(local) << 19 | Int64(offset + 131_072) << 1 | (hasTime ? 1 : 0)
  }

  /// Seconds since 1970-01-01T00:00:00 on the site's wall clock; at 00:00:00 where no time was given.
  package var local: Int { Int(packed >> 19) }
  /// Wall clock minus UTC at that moment, in seconds.
  package var offset: Int { Int(packed >> 1 & 262_143) - 131_072 }
  /// Whether a time was given.
  package var hasTime: Bool { packed & 1 == 1 }

  /// A whole day.
  package init(day: Day, zone: Zone) {
    self.init(local: day.number * 86_400, offset: zone.offset(atLocal: day.number * 86_400), hasTime: false)
  }

  /// A time on the wall clock of a zone; one that a clock change skips or doubles is read with the offset before it.
  package init(day: Day, second: Int, zone: Zone) {
    let local = day.number * 86_400 + second
    self.init(local: local, offset: zone.offset(atLocal: local))
  }

  /// A point of real time, seen on the wall clock of a zone.
  package init(utc: Int, zone: Zone) {
    let offset = zone.offset(atUTC: utc)
    self.init(local: utc + offset, offset: offset)
  }

  /// Seconds since 1970-01-01T00:00:00 UTC.
  package var utc: Int { local - offset }
  package var day: Day { Day(number: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400) }
  /// Seconds since midnight on the wall clock.
  package var secondOfDay: Int { local - day.number * 86_400 }

  /// The second in which it ends: itself, or 23:59:59 of a whole day.
  package var end: Moment {
    hasTime ? self : Moment(local: day.number * 86_400 + 86_399, offset: offset)
  }

  /// Whether this lies after another: by the clock if both have a time, else by days.
  package func isAfter(_ other: Moment) -> Bool {
    hasTime && other.hasTime ? utc > other.utc : day > other.day
  }

  /// Order for sorting: by time, whole days first on their day.
  package static func order(_ one: Moment, _ other: Moment) -> Bool {
    (one.utc, one.hasTime ? 1 : 0) < (other.utc, other.hasTime ? 1 : 0)
  }

  /// Days from this to another as elapsed seconds ÷ 86,400; whole days if either has no time.
  package func days(to other: Moment) -> Double {
    hasTime && other.hasTime
      ? Double(other.utc - utc) / 86_400 : Double(other.day.number - day.number)
  }

  /// Hours from this to another; `nil` if either has no time.
  package func hours(to other: Moment) -> Double? {
    hasTime && other.hasTime ? Double(other.utc - utc) / 3_600 : nil
  }
}

extension Moment: CustomStringConvertible {
  /// 2026-10-12, or 2026-10-12T09:30:00.
  package var description: String { hasTime ? dateTime : day.description }

  /// 2026-10-12T09:30:00 always, T00:00:00 where no time was given.
  package var dateTime: String { text(separator: "T", secondsIfZero: true) }

  /// Day and time with an ASCII sign between them.
  ///
  /// - Parameter secondsIfZero: Whether 09:30:00 has its seconds.
  package func text(separator: Unicode.Scalar, secondsIfZero: Bool) -> String {
    DateWriter.text(capacity: 19) { writer in
      writer.day(day)
      writer.sign(separator)
      writer.time(secondOfDay, withSeconds: secondsIfZero || secondOfDay % 60 != 0)
    }
  }

  /// Lends the bytes of `dateTime`.
  package func readDateTime(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    DateWriter.lend(capacity: 19) { writer in
      writer.day(day)
      writer.sign("T")
      writer.time(secondOfDay, withSeconds: true)
    } to: {
      body($0)
    }
  }

  /// Lends the bytes of a moment as people read it: 2026-10-12, or 2026-10-12 09:30, with seconds where they are not zero.
  package func read(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    DateWriter.lend(capacity: 19) { writer in
      let day = day
      writer.day(day)
      guard hasTime else { return }
      writer.sign(" ")
      let second = local - day.number * 86_400
      writer.time(second, withSeconds: second % 60 != 0)
    } to: {
      body($0)
    }
  }
}
