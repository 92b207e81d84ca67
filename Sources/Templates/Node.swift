/// A piece of a parsed template; offsets point to the tag in its source, for messages.
indirect enum Node {
  /// Here a line of the source begins that is a line of the output too; an enclosing indentation is printed here.
  case lineStart
  /// Not empty, and ends at the latest with its line.
  case text([UInt8])
  case value(name: String, at: Int)
  case section(name: String, isInverted: Bool, body: [Node], at: Int)
  case call(CallNode)
  case block(BlockNode)
}

/// A partial, or a parent with its arguments.
struct CallNode {
  /// The template's name; or the name of the value that has it.
  let name: String
  let isDynamic: Bool
  /// What goes before each line of the called template; `nil` where the tag shares its line with other things.
  var indent: [UInt8]?
  var arguments: [ArgumentNode]
  let at: Int
}

/// A block inside a parent tag: what takes the place of the parent's block of that name.
struct ArgumentNode {
  let name: String
  var body: BodyNode
  let at: Int
}

/// A block anywhere else: a place that a caller may fill.
struct BlockNode {
  let name: String
  /// What goes before each line that fills the place; `nil` where the block shares its line with text before it.
  var indent: [UInt8]?
  /// The line ending behind the block, printed if what fills the place does not end its line itself.
  let ending: [UInt8]
  var body: BodyNode
  let at: Int
}

/// The content of a block, without the indentation that it had in its source.
struct BodyNode {
  var nodes: [Node]
  /// The first line is one of its own, behind the line of the opening tag.
  let startsLine: Bool
  /// The last line is one of its own, before the line of the closing tag.
  let endsLine: Bool
  /// Its indentation was taken away already, so that of something around it is no part of it any more.
  let isDedented: Bool
}

/// Takes an indentation away from every line, as far as the line has it.
func dedented(_ nodes: [Node], by indent: [UInt8]) -> [Node] {
  guard !indent.isEmpty else { return nodes }
  var atStart = false
  return nodes.compactMap { node in
    let wasAtStart = atStart
    atStart = false
    switch node {
    case .lineStart:
      atStart = true
      return node
    case .text(let bytes):
      let rest = wasAtStart ? dedented(bytes, by: indent) : bytes
      return rest.isEmpty ? nil : .text(rest)
    case .value:
      return node
    case .section(let name, let isInverted, let body, let at):
      return .section(name: name, isInverted: isInverted, body: dedented(body, by: indent), at: at)
    case .call(var call):
      call.indent = call.indent.map { dedented($0, by: indent) }
      for index in call.arguments.indices { dedent(&call.arguments[index].body, by: indent) }
      return .call(call)
    case .block(var block):
      block.indent = block.indent.map { dedented($0, by: indent) }
      dedent(&block.body, by: indent)
      return .block(block)
    }
  }
}

private func dedent(_ body: inout BodyNode, by indent: [UInt8]) {
  if !body.isDedented { body.nodes = dedented(body.nodes, by: indent) }
}

private func dedented(_ line: [UInt8], by indent: [UInt8]) -> [UInt8] {
  let shared = zip(line, indent).prefix { $0 == $1 }.count
  return Array(line[shared...])
}
