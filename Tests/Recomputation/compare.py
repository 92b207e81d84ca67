"""Compares the program's JSON with the recomputed one, value by value."""
import json
import math
from decimal import Decimal
from fractions import Fraction


class AnyOf:
    """An expectation that several values meet, where the contract leaves the choice."""

    def __init__(self, *values):
        self.values = values


class _AnyText:
    """An expectation that every text meets, where the contract does not word it."""


ANY_TEXT = _AnyText()


def ABSENT_OR(value):
    """Null or the value: a figure that the contract lets be dropped where another is unknown."""
    return None if value is None else AnyOf(None, value)


class Twice(Exception):
    """A key that stands twice in a JSON object."""


def load(text):
    """Returns JSON with exact numbers; refuses doubled keys and NaN."""
    def pairs(found):
        if len(dict(found)) != len(found):
            raise Twice(f"a key stands twice: {[key for key, _ in found]}")
        return dict(found)

    def refuse(name):
        raise ValueError(f"{name} is no JSON number")
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, object_pairs_hook=pairs, parse_constant=refuse)


def printable(value):
    """Returns a recomputed value as JSON can print it."""
    if isinstance(value, dict):
        return {key: printable(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [printable(item) for item in value]
    if isinstance(value, AnyOf):
        return printable(value.values[-1])
    if value is ANY_TEXT:
        return ""
    if isinstance(value, (Fraction, Decimal)):
        return int(value) if value == int(value) else float(value)
    return value


class Comparison:
    """Counts what was compared, and keeps each difference as (path, theirs, ours)."""

    def __init__(self):
        self.count = 0
        self.differences = []

    def differ(self, path, theirs, ours):
        self.differences.append((path, theirs, ours))

    def tree(self, path, theirs, ours):
        if isinstance(ours, dict) and isinstance(theirs, dict):
            for key in ours:
                if key not in theirs:
                    self.differ(f"{path}.{key}", "missing key", ours[key])
            for key in theirs:
                if key not in ours:
                    self.differ(f"{path}.{key}", theirs[key], "key not known, not checked")
                else:
                    self.tree(f"{path}.{key}", theirs[key], ours[key])
        elif isinstance(ours, list) and isinstance(theirs, list):
            self.lists(path, theirs, ours)
        else:
            self.count += 1
            if not same(theirs, ours):
                self.differ(path, theirs, ours)

    def lists(self, path, theirs, ours):
        """By name where items have one (key, id), else by place."""
        name = next((each for each in ("key", "id") if ours + theirs and all(
            isinstance(item, dict) and each in item for item in ours + theirs)), None)
        if name:
            left, right = ({item[name]: item for item in items} for items in (theirs, ours))
            if len(left) != len(theirs):
                self.differ(path, f"a {name} stands twice", "each once")
            if name == "key" and "" in left and "" not in right:
                # The contract does not say whether "" stands where no case lacks a value: if so, at 0.
                right[""] = left[""] | {key: 0 for key in ("received", "closed", "open", "overdue", "cost")}
                right[""] |= {"share": AnyOf(None, 0), "median_days_to_close": None}
            self.tree(path, left, right)
            return
        if len(theirs) != len(ours):
            self.differ(path, f"{len(theirs)} items", f"{len(ours)} items")
        for index, (left, right) in enumerate(zip(theirs, ours)):
            here = right.get("period") if isinstance(right, dict) else None
            self.tree(f"{path}[{here or index}]", left, right)


def same(theirs, ours):
    """Integers and money exactly, other numbers to 1e-9 of their size, all else as it is.

    A fraction that is a whole number may be a quotient of doubles, which misses it in the last place.
    """
    if isinstance(ours, AnyOf):
        return any(same(theirs, value) for value in ours.values)
    if ours is ANY_TEXT:
        return isinstance(theirs, str)
    if isinstance(ours, Fraction) and ours.denominator == 1 and not (
            isinstance(theirs, Decimal) and theirs % 1 and math.isclose(float(theirs), int(ours), rel_tol=1e-15)):
        ours = int(ours)
    if isinstance(ours, bool) or ours is None or isinstance(ours, str):
        return type(theirs) is type(ours) and theirs == ours
    if isinstance(theirs, bool) or not isinstance(theirs, Decimal):
        return False
    if isinstance(ours, (int, Decimal)):
        return theirs == ours
    return math.isclose(float(theirs), float(ours), rel_tol=1e-9, abs_tol=1e-12)
