package import Hypertext

/// How a narrative is to be shown on the page at hand.
package struct NarrativeOptions {
  /// The level of the heading that the narrative stands under: a level-1 heading becomes one below it, h6 at the most.
  package var headingBase = 0
  /// What the ids of headings begin with; `nil` for headings without ids.
  package var headingIDPrefix: String?
  /// The class of pipe tables; their cells have class `l`, `c` or `r` where a side is given.
  package var tableClass: String?
  /// The line of the file that the narrative's first line is.
  package var firstLine = 1
  /// What is shown in place of a text: of every text, code, title and alternative text.
  ///
  /// A link whose destination this would change is not linked. It must leave what it returned as it is.
  package var text: ((String) -> String)?
  /// Whether `text` may show anything else for a text than the text itself: a quick answer that may be too careful.
  package var mayChange: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true }
  /// Where the page finds a file that the narrative shows as an image, by the path written there (percent-decoded);
  /// `nil` leaves the image's text alone.
  package var attachment: (_ path: String) -> String? = { _ in nil }
  /// Where a relative link leads to, by what is written there; `nil` leaves the link's text alone.
  package var relativeLink: (_ destination: String) -> String? = { $0 }
  /// The live figure that a fenced block `kesu` places, by its YAML and the line of the file with the opening fence;
  /// `nil` shows the block as code.
  package var liveBlock: ((_ yaml: String, _ line: Int) -> Markup?)?

  package init() {}
}
