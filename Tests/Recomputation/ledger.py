"""The folder `content/`: case files with the account of them, exposure and tallies."""
import csv
import datetime as dt
import io
import os
import re
from dataclasses import dataclass

from cases import read_case
from flow import Unreadable
from frontmatter import decode, front_matter
from values import moment, number, text
from view import View

DASHES = ("-", "–", "—", "－", "——")
TALLY = ("date", "category", "count", "status", "result", "channel", "business", "branch", "product")


@dataclass
class Ledger:
    views: list[View]  # published: what every figure counts
    costs: dict[str, int]  # id of a published case -> its costs and its appeals', hundredths
    account: dict
    errors: list[str]


def case_files(folder):
    """Yields the regular files ending in .md; hidden ones, backups and links are not read."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name) if os.path.isdir(folder) else ():
        if entry.name.startswith(".") or entry.name.endswith("~") or entry.is_symlink():
            continue
        if entry.is_dir():
            yield from case_files(entry.path)
        elif entry.is_file(follow_symlinks=False) and entry.name.lower().endswith(".md"):
            yield entry.path


def read_ledger(content, settings, as_of):
    """Returns the ledger on the day of as-of."""
    cases, errors, found, places = [], [], 0, {}
    for path in case_files(content / "cases"):
        found += 1
        try:
            with open(path, "rb") as file:
                case = read_case(front_matter(decode(file.read())), settings)
            places.setdefault(case.id.casefold(), []).append(path)
            cases.append(case)
        except Unreadable as error:
            errors.append(f"{path}: {error}")
    twice = {id for id, paths in places.items() if len(paths) > 1}
    errors += [f"{path}: an id that another file has" for id in sorted(twice) for path in places[id]]
    cases = [case for case in cases if case.id.casefold() not in twice]
    # Reading: a case received later does not exist yet, so that nobody can have repeated or appealed it.
    later = {case.id for case in cases if case.received.day > as_of}
    for case in cases:
        case.repeat_of = None if case.repeat_of in later else case.repeat_of
        case.appeal_of = None if case.appeal_of in later else case.appeal_of
    excluded = {"after_as_of": 0, "void": 0, "not_complaint": 0, "appeal": 0}
    published = []
    for case in sorted(cases, key=lambda case: (case.received.local, case.id)):
        reason = exclusion(case, as_of)
        if reason:
            excluded[reason] += 1
        else:
            published.append(View(case, settings, as_of))
    account = {"found": found, "published": len(published), "excluded": excluded, "errors": len(errors)}
    return Ledger(published, costs(cases, published, as_of), account, errors)


def exclusion(case, as_of):
    """Returns the rule that keeps a case out of every figure. Reading: the first of these four names it."""
    if case.received.day > as_of:
        return "after_as_of"
    if case.one("status") == "void":
        return "void"
    if case.one("kind") not in (None, "complaint"):
        return "not_complaint"
    return "appeal" if case.appeal_of else None


def costs(cases, published, as_of):
    """Returns the costs of each published case with those of its appeals.

    Reading: an appeal of an appeal belongs to the first case; one that is void, no complaint or
    received after as-of adds nothing; when an appeal itself was closed does not matter.
    """
    by_id = {case.id: case for case in cases}
    total = {view.case.id: view.case.costs for view in published}
    for case in cases:
        if exclusion(case, as_of) != "appeal":
            continue
        root, seen = case, set()
        while root is not None and root.appeal_of and root.id not in seen:
            seen.add(root.id)
            root = by_id.get(root.appeal_of)
        if root is not None and root.id in total:
            total[root.id] += case.costs
    return total


def rows(folder):
    """Yields the rows of all CSV files of a folder as maps from the header; blank rows are skipped."""
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else ():
        for row in csv.DictReader(io.StringIO(decode(path.read_bytes()), newline="")):
            got = {text(key): text(value) for key, value in row.items() if key}
            if any(got.values()):
                yield got


class Exposure(dict):
    """Month -> {column: exact sum}, None where a row of the month leaves the column empty.

    `of_products` has the rows that name a product: month -> product -> {column: number or None}.
    """

    def __init__(self):
        super().__init__()
        self.of_products = {}


def read_exposure(content):
    """Returns what was shipped in each month."""
    months = Exposure()
    for row in rows(content / "exposure"):
        year, month = re.match(r"^(\d{4})\D(\d\d?)\D?$", row["period"]).groups()
        sums = months.setdefault(f"{year}-{int(month):02}", {})
        for column in ("shipped_lots", "shipped_units"):
            value, former = number(row.get(column)), sums.get(column, 0)
            sums[column] = None if value is None or former is None else former + value
            if row.get("product"):
                of_month = months.of_products.setdefault(f"{year}-{int(month):02}", {})
                of_month.setdefault(row["product"], {})[column] = value
    return months


def read_tallies(content, settings, as_of):
    """Returns the rows of tallies/*.csv up to as-of.

    Reading: the contract names only the columns; here each is a key, the count a number, an empty or
    absent cell null, the date a plain day, and values of vocabularies their codes; a lone dash, as the
    result of what is still open, is an empty cell.
    """
    result = []
    for row in rows(content / "tallies"):
        found = {key: None if row.get(key) in DASHES else row.get(key) for key in TALLY}
        day = moment(found["date"], dt.timezone.utc).day
        if day > as_of:
            continue
        found["date"] = day.isoformat()
        found["count"] = number(found["count"])
        for key in ("category", "channel", "status", "business", "branch"):
            found[key] = settings.vocabularies[key].code(found[key])
        found["result"] = settings.vocabularies["outcome"].code(found["result"])
        result.append(found)
    return result
