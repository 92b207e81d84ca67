"""Quoted texts and bracketed nodes of YAML, over any number of lines."""
import re

ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
           "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0"}


class Unreadable(Exception):
    """A file that does not say what it means; the text says where."""


class Flow:
    """A reader of the text that begins with such a node; each method returns it and where it ends."""

    def __init__(self, text):
        self.text = text

    def skip(self, at):
        while True:
            if self.text[at].isspace():
                at += 1
            elif self.text[at] == "#" and (at == 0 or self.text[at - 1].isspace()):
                at = self.text.index("\n", at) if "\n" in self.text[at:] else len(self.text)
            else:
                return at

    def node(self, at):
        first = self.text[at]
        if first == "[":
            return self.list(at + 1)
        if first == "{":
            return self.map(at + 1)
        if first in "\"'":
            return self.quoted(at)
        if first in "&*!%@`":
            raise Unreadable(f"{first} is not allowed in {self.text[:40]!r}")
        return self.plain(at)

    def list(self, at):
        items = []
        at = self.skip(at)
        while self.text[at] != "]":
            value, at = self.node(at)
            at = self.skip(at)
            if self.text[at] == ":":  # [a: b] is a list of one map
                inner, at = self.node(self.skip(at + 1))
                value, at = {value: inner}, self.skip(at)
            items.append(value)
            at = self.separator(at, "]")
        return items, at + 1

    def map(self, at):
        result = {}
        at = self.skip(at)
        while self.text[at] != "}":
            key, at = self.node(at)
            at = self.skip(at)
            value = None
            if self.text[at] == ":":
                at = self.skip(at + 1)
                if self.text[at] not in ",}":
                    value, at = self.node(at)
                    at = self.skip(at)
            if key in result:
                raise Unreadable(f"the key {key!r} stands twice")
            result[key] = value
            at = self.separator(at, "}")
        return result, at + 1

    def separator(self, at, closing):
        if self.text[at] == ",":
            return self.skip(at + 1)
        if self.text[at] != closing:
            raise Unreadable(f"a comma or {closing} is missing before {self.text[at:at + 20]!r}")
        return at

    def plain(self, at):
        end = at
        while self.text[end] not in ",[]{}":
            if self.text[end] == ":" and (self.text[end + 1].isspace() or self.text[end + 1] in ",[]{}"):
                break
            if self.text[end] == "#" and self.text[end - 1].isspace():
                break
            end += 1
        text = re.sub(r"\s*\n\s*", " ", self.text[at:end].strip())
        return (None if text in ("~", "") else text), end

    def quoted(self, at):
        quote, text, at = self.text[at], "", at + 1
        while True:
            char = self.text[at]
            if char == quote == "'" and self.text[at + 1:at + 2] == "'":
                text, at = text + "'", at + 2
            elif char == quote:
                return text, at + 1
            elif char == "\\" and quote == '"':
                added, at = self.escape(at + 1)
                text += added
            elif char == "\n":
                run = re.match(r"\s+", self.text[at:])[0]
                text = text.rstrip(" \t") + ("\n" * (run.count("\n") - 1) or " ")
                at += len(run)
            else:
                text, at = text + char, at + 1

    def escape(self, at):
        char = self.text[at]
        if char in "xuU":
            width = {"x": 2, "u": 4, "U": 8}[char]
            return chr(int(self.text[at + 1:at + 1 + width], 16)), at + 1 + width
        if char == "\n":
            return "", at + len(re.match(r"\s+", self.text[at:])[0])
        if char not in ESCAPES:
            raise Unreadable(f"unknown escape \\{char}")
        return ESCAPES[char], at + 1
