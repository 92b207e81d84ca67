"""Reads the part of YAML that ledgers use. Every scalar stays text; only `~` or nothing is missing.

Block and flow maps and lists, plain, quoted and multi-line scalars, literal and folded blocks,
comments. Anchors, aliases, tags, directives and duplicate keys are refused, as the contract says.
"""
import re

from flow import Flow, Unreadable

FENCE = re.compile(r"^---[ \t]*$")
CLOSING = re.compile(r"^(---|\.\.\.)[ \t]*$")


def decode(data):
    """Returns the text of a file: UTF-8 with or without BOM, LF or CRLF."""
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8: {error}") from None


def front_matter(text):
    """Returns the map between the fences of a case file."""
    lines = text.split("\n")
    if not FENCE.match(lines[0]):
        raise Unreadable("no opening fence")
    for number, line in enumerate(lines[1:], 1):
        if CLOSING.match(line):
            return document("\n".join(lines[1:number])) or {}
    raise Unreadable("no closing fence")


def document(text):
    """Returns the tree of a whole YAML text: dict, list, str or None."""
    reader = Reader(text)
    tree = reader.block(-1)
    if reader.peek() is not None:
        raise Unreadable(f"line {reader.at + 1}: does not belong to what stands above it")
    return tree


class Reader:
    def __init__(self, text):
        self.lines = text.split("\n")
        self.at = 0

    def fail(self, what):
        raise Unreadable(f"line {self.at + 1}: {what}")

    def peek(self):
        """Goes to the next line with content; returns its indentation, or None at the end."""
        while self.at < len(self.lines):
            stripped = self.lines[self.at].lstrip(" ")
            if stripped.strip() and not stripped.startswith("#"):
                return len(self.lines[self.at]) - len(stripped)
            self.at += 1
        return None

    def block(self, parent):
        """Returns the node that stands deeper than `parent`, or None if there is none."""
        indent = self.peek()
        if indent is None or indent <= parent:
            return None
        content = self.lines[self.at][indent:]
        if is_item(content):
            return self.sequence(indent)
        if key_of(content) is not None:
            return self.mapping(indent)
        return self.inline(indent, parent)

    def sequence(self, indent):
        items = []
        while self.peek() == indent and is_item(self.lines[self.at][indent:]):
            # The dash becomes a blank, so that `- key: value` reads as a map two columns deeper.
            line = self.lines[self.at]
            self.lines[self.at] = " " * (indent + 1) + line[indent + 1:].replace("\t", " ", 1)
            items.append(self.block(indent))
        return items

    def mapping(self, indent):
        result = {}
        while self.peek() == indent:
            line = self.lines[self.at]
            found = key_of(line[indent:])
            if found is None:
                self.fail("neither a key nor a value")
            key, width = found
            if key in result:
                self.fail(f"the key {key!r} stands twice")
            rest = line[indent + width:]
            start = indent + width + len(rest) - len(rest.lstrip())
            if not rest.strip() or rest.lstrip().startswith("#"):
                self.at += 1
                below = self.peek()
                nested = below == indent and is_item(self.lines[self.at][indent:])
                result[key] = self.sequence(indent) if nested else self.block(indent)
            else:
                result[key] = self.inline(start, indent)
        return result

    def inline(self, column, parent):
        """Returns the scalar or flow node that begins at `column` of the present line."""
        first = self.lines[self.at][column]
        if first in "|>":
            return self.block_scalar(column, parent)
        if first in "\"'[{":
            return self.flow(column)
        if first in "&*!%@`":
            self.fail(f"{first} is not allowed here")
        return self.plain(column, parent)

    def plain(self, column, parent):
        head, ended = without_comment(self.lines[self.at][column:])
        if re.search(r":(\s|$)", head):
            self.fail("a second ': ' on one line")
        self.at += 1
        text, breaks = head, 0
        while not ended and self.at < len(self.lines):
            line = self.lines[self.at]
            body = line.strip()
            if not body:
                breaks += 1
                self.at += 1
                continue
            if len(line) - len(line.lstrip(" ")) <= parent or body.startswith("#"):
                break
            part, ended = without_comment(body)
            if re.search(r":(\s|$)", part):
                self.fail("a key inside a text")
            text += ("\n" * breaks if breaks else " ") + part
            breaks = 0
            self.at += 1
        return None if text in ("~", "") else text

    def block_scalar(self, column, parent):
        header = re.match(r"^([|>])([+-]?)([1-9]?)([+-]?)\s*(#.*)?$", self.lines[self.at][column:])
        if not header:
            self.fail("a bad block scalar header")
        style, chomp = header[1], header[2] or header[4]
        indent = max(parent, 0) + int(header[3]) if header[3] else None
        self.at += 1
        body = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            depth = len(line) - len(line.lstrip(" "))
            if line.strip():
                if depth <= parent or (indent is not None and depth < indent):
                    break
                indent = depth if indent is None else indent
            body.append(line[indent:] if indent is not None else "")
            self.at += 1
        trailing = 0
        while body and not body[-1].strip():
            body.pop()
            trailing += 1
        text = "\n".join(body) if style == "|" else folded(body)
        if chomp == "+":
            return text + "\n" * (trailing + bool(body))
        return text + ("" if chomp == "-" or not body else "\n")

    def flow(self, column):
        text = "\n".join([self.lines[self.at][column:]] + self.lines[self.at + 1:])
        try:
            value, end = Flow(text).node(0)
        except IndexError:
            self.fail("a bracket or quote is not closed")
        self.at += text.count("\n", 0, end)
        rest = text[end:].split("\n", 1)[0]
        if rest.strip() and not re.match(r"\s+#", rest):
            self.fail(f"something follows a closed value: {rest.strip()!r}")
        self.at += 1
        return value


def is_item(content):
    return content == "-" or content.startswith(("- ", "-\t"))


def key_of(content):
    """Returns a block key and the width up to behind its colon, or None if this is no key."""
    if content[0] in "\"'":
        try:
            key, end = Flow(content).quoted(0)
        except IndexError:
            return None
        after = re.match(r"\s*:(?=\s|$)", content[end:])
        return (key, end + after.end()) if after else None
    if content[0] in "[{|>&*!%@`#":
        return None
    bare, _ = without_comment(content)
    found = re.search(r":(?=\s|$)", bare)
    return (bare[:found.start()].strip(), found.end()) if found else None


def without_comment(text):
    """Returns a plain text up to a comment, trimmed, and whether a comment ended it."""
    found = re.search(r"(^|\s)#", text)
    return (text[:found.start()].strip(), True) if found else (text.strip(), False)


def folded(lines):
    """Returns the text of a `>` block: single breaks are blanks, deeper lines keep theirs."""
    text, previous = "", None
    for line in lines:
        if previous is None:
            text = line
        elif not line.strip():
            text += "\n"
        elif previous.strip() and not previous.startswith(" ") and not line.startswith(" "):
            text += " " + line
        elif not previous.strip() and not line.startswith(" "):
            text += line
        else:
            text += "\n" + line
        previous = line
    return text
