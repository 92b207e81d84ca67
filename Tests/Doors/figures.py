"""Numbers as pages print them, and how rows make a figure again."""
import math
import re
from decimal import Decimal
from fractions import Fraction

NUMBER = re.compile(r"[+−-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[+−-]?\d+(?:\.\d+)?")


class Number:
    """A printed number: its value, and half of its last digit."""

    def __init__(self, text):
        self.value, self.half = Decimal(text.replace(",", "").replace("−", "-")), Decimal(0)
        decimals = len(text.partition(".")[2])
        self.half = Decimal(5).scaleb(-decimals - 1)


def number(text):
    """The first number of a text, a percentage as a fraction; None without one."""
    found = NUMBER.search(text)
    if not found:
        return None
    result = Number(found.group())
    # A step of a percentage is in points.
    if text[found.end():].lstrip().startswith(("%", "点")):
        result.value, result.half = result.value / 100, result.half / 100
    return result


def quantile(values, p):
    """Linear interpolation (type 7)."""
    values = sorted(values)
    place = (len(values) - 1) * Decimal(str(p))
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def numbers(text):
    """All numbers of a text, which a cell may have several of."""
    return [Number(found) for found in NUMBER.findall(text)]


def survival(spans):
    """The Kaplan-Meier median of (length, has ended): the first length at which half or less is left; None if none is."""
    left, curve = len(spans), Fraction(1)
    for length in sorted({length for length, _ in spans}):
        here = [ended for one, ended in spans if one == length]
        if any(here):
            curve *= Fraction(left - sum(here), left)
            if curve <= Fraction(1, 2):
                return length
        left -= len(here)
    return None


class Row:
    """A case on a list: its id, and the texts of the columns behind its title, with the names of those that have one."""

    def __init__(self, case, cells, names):
        self.case, self.cells, self.names = case, cells, names

    def text(self, column, name=None):
        """What a column says, which on the parts of a long list may stand at another place; a row may end early."""
        if name is not None:
            column = self.names.get(name, len(self.cells))
        return self.cells[column] if column < len(self.cells) else ""

    def moved(self, column, to):
        """The same with what a column says in another, behind all the others."""
        return Row(self.case, self.cells + [""] * (to - len(self.cells)) + [self.cells[column]], self.names)

    def has(self, column):
        """Whether its page has the column at all; a row of numbers never ends early."""
        return column < len(self.cells)


def reckon(kind, column, rows, name=None):
    """The figure that rows make, with what the rounding of their cells may hide; None if it cannot be told."""
    if kind == "count":
        return Decimal(len({row.case for row in rows})), Decimal(0)
    if kind == "rows":
        return Decimal(len(rows)), Decimal(0)
    texts = [row.text(column, name) for row in rows]
    if kind == "numbers":
        return Decimal(sum(len(numbers(text)) for text in texts)), Decimal(0)
    if kind == "filled":
        return Decimal(len([text for text in texts if text])), Decimal(0)
    # A cell of several numbers has nothing else; of any other the first number counts, with its percent sign.
    cells = [cell for text in texts if text for cell in (numbers(text) if " " in text else [number(text)])]
    if not cells and kind == "sum":
        return Decimal(0), Decimal(0)
    if not cells or None in cells:
        return None
    values, half = [cell.value for cell in cells], max(cell.half for cell in cells)
    # Whole numbers, and money in cents, are not rounded.
    exact = all(value == value.to_integral() for value in values)
    if kind == "sum":
        return sum(values), Decimal(0) if exact else half * len(values)
    if kind == "mean":
        return sum(values) / len(values), Decimal(0)
    return quantile(values, {"median": 0.5, "p90": 0.9}[kind]), half


def agrees(printed, value, slack):
    """Whether a printed number may stand for a value, as it is or in one of the units that pages print."""
    for scale in (1, Decimal(100) ** -1, 10_000, 1_000_000):
        if abs(printed.value - value * scale) <= printed.half + slack * scale + Decimal("1e-9"):
            return scale
    return None
