package import Hypertext

/// Returns the narrative as safe HTML: CommonMark 0.30 and pipe tables.
///
/// Raw HTML is shown as the text that it is; links that could run something or reach the machine are not linked; remote
/// images are links. What nests 100 levels deep is shown as text, and so is all of a source that would take too long.
///
/// - Parameter source: UTF-8, already validated; a byte order mark is skipped and NUL replaced.
/// - Complexity: O(*n*) in the source's length.
package func renderNarrative(_ source: some Collection<UInt8>, _ options: NarrativeOptions = .init()) -> Markup {
  let markup = source.withContiguousStorageIfAvailable { renderNarrative($0, options) }
  return markup ?? Array(source).withUnsafeBufferPointer { renderNarrative($0, options) }
}

/// The same for bytes that are in a buffer already.
package func renderNarrative(_ source: UnsafeBufferPointer<UInt8>, _ options: NarrativeOptions = .init()) -> Markup {
  var markup = Markup(reserving: source.count + 64)
  guard !source.isEmpty else { return markup }
  let renderer = Renderer(options, for: source)
  guard !isExcessive(source) else {
    let text = String(decoding: source, as: UTF8.self)
    markup.element("pre", text: renderer.shown(text))
    return markup
  }
  renderer.render(source, firstLine: options.firstLine, isTight: false, depth: 0, into: &markup)
  return markup
}
