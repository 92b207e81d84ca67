import Hypertext

/// A fenced block `kesu` of a narrative, which places a live figure.
package struct LiveBlock: Hashable, Sendable {
  package let yaml: String
  /// Of the file, with the opening fence.
  package let line: Int
}

/// Every block of a narrative for which `NarrativeOptions.liveBlock` is asked when it is shown, in their order.
///
/// - Parameter firstLine: The line of the file that the narrative's first line is.
package func liveBlocks(in source: some Collection<UInt8>, firstLine: Int = 1) -> [LiveBlock] {
  var blocks: [LiveBlock] = []
  var options = NarrativeOptions()
  options.firstLine = firstLine
  options.liveBlock = { yaml, line in
    blocks.append(LiveBlock(yaml: yaml, line: line))
    return Markup()
  }
  _ = renderNarrative(source, options)
  return blocks
}
