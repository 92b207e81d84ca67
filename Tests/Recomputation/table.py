"""The fixed first columns of data/cases.csv."""
import csv
import io
import unicodedata
from decimal import Decimal
from fractions import Fraction

COLUMNS = ("id", "title", "received", "due", "closed", "status", "category", "channel", "severity", "region", "product",
           "owner", "days_to_close", "on_time", "overdue")
SEPARATORS = ("; ", ";", "|", ", ", ",", "、", "；", "/", " ")
DANGEROUS = "=+-@\t\r"


def expected(view, audience):
    """Returns the cells of a case; the product as the list of its keys, days to close as a number.

    A private case keeps its figures for everybody, and its title for the team.
    """
    case = view.case
    title = case.title if audience == "team" or not case.private else ""
    row = {name: case.one(name) or "" for name in ("category", "channel", "severity", "region", "owner")}
    row |= {"id": case.id, "title": title, "received": stamp(case.received.local),
            "due": stamp(view.due.end) if view.due else "",
            # Reading: empty while the case is open, also where an earlier closing was undone.
            "closed": stamp(view.closed.local) if view.closed else "", "status": view.status or "",
            # Reading: key of each distinct product, in the order of the file.
            "product": list(dict.fromkeys(product.key for product in case.products)),
            "days_to_close": view.days_to_close, "on_time": flag(view.on_time), "overdue": flag(view.overdue)}
    return row


def stamp(local):
    return local.isoformat(timespec="seconds")


def flag(value):
    return {None: "", True: "true", False: "false"}[value]


def compare_table(data, ledger, comparison, audience):
    """Compares every fixed cell of every row with the recomputed one."""
    if not data.startswith(b"\xef\xbb\xbf"):
        comparison.differ("cases.csv", "no BOM", "UTF-8 with BOM")
    header, *lines = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)) or [[]]
    if tuple(header[:len(COLUMNS)]) != COLUMNS:
        comparison.differ("cases.csv header", header[:len(COLUMNS)], COLUMNS)
        return
    theirs = {}
    for line in lines:
        if len(line) != len(header):
            comparison.differ(f"cases.csv {line[:1]}", f"{len(line)} cells", f"{len(header)} cells")
        name = line[0].removeprefix("'") if line else ""
        if name in theirs:
            comparison.differ(f"cases.csv {name}", "a row twice", "once")
        theirs[name] = line + [""] * len(header)
    ours = {view.case.id: expected(view, audience) for view in ledger.views}
    for name in sorted(set(theirs) ^ set(ours)):
        comparison.differ(f"cases.csv {name}", "row" if name in theirs else "no row", "row" if name in ours else "no row")
    for name in ours:
        for column, cell in zip(COLUMNS, theirs.get(name, [])):
            comparison.count += 1
            if not same_cell(cell, ours[name][column]):
                comparison.differ(f"cases.csv {name}.{column}", cell, ours[name][column])


def same_cell(cell, ours):
    if ours is None:
        return cell == ""
    if isinstance(ours, Fraction):  # four decimals; a tie may go either way
        return cell[-5:-4] == "." and abs(Fraction(Decimal(cell)) - ours) <= Fraction(1, 20_000)
    if isinstance(ours, list):
        return any(same_cell(cell, separator.join(ours)) for separator in SEPARATORS)
    if cell[:1] and cell[0] in DANGEROUS:
        return False  # a spreadsheet would take it for a formula
    guarded = cell[1:] if cell[:1] == "'" and ours[:1] != "'" else cell
    return plain(guarded) == plain(ours)


def plain(value):
    return unicodedata.normalize("NFC", value.replace("\r\n", "\n")).strip()
