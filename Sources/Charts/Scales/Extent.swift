/// The least and the greatest of some values; what is missing does not count.
struct Extent {
  let lower: Double
  let upper: Double

  /// With `zero` the range reaches zero, as lengths must; 0…0 where there is no value.
  init(_ values: [Double?], zero: Bool) {
    let known = values.compactMap { $0 }
    let least = known.min() ?? 0
    let greatest = known.max() ?? 0
    lower = zero ? min(0, least) : least
    upper = zero ? max(0, greatest) : greatest
  }
}
