"""Every number of a site is a door: it leads to a list whose rows make it again, or is of a kind that has none.

usage: doors.py SITE      prints the exempt kinds with how many there are, and what is wrong
"""
import collections
import json
import os
import posixpath
import re
import sys
import urllib.parse
from decimal import Decimal

import exempt
import figures
import lists
import tree


class Site:
    def __init__(self, root):
        self.pages, self.lists = {}, {}
        for folder, _, names in os.walk(root):
            for name in names:
                path = posixpath.relpath(posixpath.join(folder, name), root)
                if name.endswith(".html") and not path.startswith(("pages/", "attachments/")):
                    if path.startswith("cases/") and not path.endswith("index.html"):
                        continue
                    with open(posixpath.join(folder, name), encoding="utf-8") as file:
                        self.pages[path] = tree.page(file.read())
        self.problem_pages = {path for path in self.pages if "-problems/" in path}
        for path in sorted(self.pages):
            if path.startswith("lists/") and path not in self.problem_pages:
                self.lists[path] = lists.List(path, self.pages[path])
        self.problems, self.exempt, self.linked = [], collections.Counter(), collections.Counter()
        self.opened = set()
        self.limits = limits(os.path.join(root, "data/metrics.json"))

    def resolve(self, page, href):
        target, _, anchor = href.partition("#")
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), urllib.parse.unquote(target)))
        return (path if target else page), urllib.parse.unquote(anchor)

    def rows(self, path, section):
        """The rows of a section, those of its parts included."""
        rows = list(section.rows)
        for href, count in section.parts:
            part, anchor = self.resolve(path, href)
            self.opened.add(part)
            found = self.lists[part].at(anchor)
            if found is None:
                self.problems.append(f"{path}: no section {anchor} in {part}")
                continue
            more = self.rows(part, found[1])
            if len({row.case for row in more}) != count:
                self.problems.append(f"{path}: {count} cases lead to {len(more)} in {part}#{anchor}")
            rows += more
        return rows

    # Lists

    def check_lists(self):
        for path, one in self.lists.items():
            for section in one.sections.values():
                rows = self.rows(path, section)
                for figure in section.figures:
                    # A split list's columns stand on its parts, which may have more of them.
                    problem = figure.problem(rows)
                    if problem:
                        self.problems.append(f"{path}#{section.anchor}: {problem}")

    # Links

    def check_link(self, page, link):
        """Whether what a link says is what it opens."""
        path, anchor = self.resolve(page, link.attributes["href"])
        printed = exempt.printed(link)
        if path in self.lists:
            self.opened.add(path)
            self.linked["a list"] += 1
            found = self.lists[path].at(anchor)
            if found is None:
                return f"no place {path}#{anchor}"
            texts = [figure.text for figure in found[0]]
            shown = [figures.number(text) for text in texts]
            step = exempt.step_before(link)
            if step is not None:
                printed[0].value = step.value - printed[0].value
                printed[0].half += step.half
            if any(same(one, other) for one in printed for other in shown if other):
                return None
            return f"“{link.text}” opens {path}#{anchor}, which says {texts}"
        if path == "definitions.html":
            self.linked["a definition"] += 1
            return None
        rows = self.table_sum(path) if anchor == "kinds" else self.table_rows(path, anchor)
        if rows is not None and anchor != "account" and exempt.counts_rows(link, path):
            self.opened.add(path)
            self.linked["a table"] += 1
            return None if printed[-1].value == rows else f"“{link.text}” opens {path}#{anchor}, which has {rows} rows"
        return None

    def table_rows(self, path, anchor):
        """How many rows the table has that follows an anchor, or the first of the page; None if there is none."""
        if path not in self.pages:
            return None
        isPast = not anchor
        for element in self.pages[path].walk():
            isPast = isPast or element.id == anchor
            if isPast and element.name == "tbody":
                return len([row for row in element.find("tr")])
        return None

    def table_sum(self, path):
        """What the last column of the table of kinds of problems adds up to."""
        page = self.pages[path]
        table = next(one for one in page.find("div") if one.attributes.get("aria-labelledby") == "kinds")
        rows = [[cell for cell in row.children if not isinstance(cell, str)] for row in table.find("tbody")[0].find("tr")]
        return sum(figures.number(row[-1].text).value for row in rows)

    # Numbers

    def check_page(self, path):
        page = self.pages[path]
        for link in page.find("a"):
            if link.attributes.get("href") and figures.NUMBER.search(link.text) and not exempt.is_name(link):
                problem = self.check_link(path, link)
                if problem:
                    self.problems.append(f"{path}: {problem}")
        for place in exempt.places(page):
            # A link with a number in it is a door; other words between are looked at for numbers.
            words = "".join(text for text, _ in place.texts(skip=("a", "svg", "script", "select", "code")))
            if not figures.NUMBER.search(words):
                continue
            kind = exempt.kind(place, words, path, self.limits)
            if kind is None:
                self.problems.append(f"{path}: no door for “{' '.join(place.text.split())}” in <{place.name}>")
            else:
                self.exempt[kind] += 1

    # Definitions

    def check_definitions(self, path):
        """What every page tells of its figures: each table that has doors says how it is made, one click away."""
        anchors = {one.id for one in self.pages["definitions.html"].walk() if one.id}
        for link in self.pages[path].find("a"):
            target, anchor = self.resolve(path, link.attributes.get("href", ""))
            if target == "definitions.html" and anchor and anchor not in anchors:
                self.problems.append(f"{path}: no definition {anchor}")
        if path in self.lists:
            return
        for table in self.pages[path].find("table"):
            holder = table.inside(lambda one: one.name == "figure" or one.id == "departments") or table
            doors = [link for link in table.find("a") if self.opens(path, link, "lists/")]
            if doors and not any(self.opens(path, link, "definitions.html") for link in holder.find("a")):
                self.problems.append(f"{path}: no definition for the table “{' '.join(table.text.split())[:60]}”")

    def opens(self, path, link, folder):
        return self.resolve(path, link.attributes.get("href", ""))[0].startswith(folder)

    # Lengths

    def check_lengths(self):
        """A list of more than 500 cases stands on pages of a month each."""
        for path, one in self.lists.items():
            isOfMonth = re.search(r"lists/\d{4}-\d\d(_[\d-]+)?/", path) or re.search(r"-\d{4}-\d\d\.html$", path)
            isOfTheEnd = re.search(r"/open(-since|-by-reason|-by-department)?\.html$", path)
            count = len({row.case for row in one.root.rows})
            if count > 500 and (isOfTheEnd or not isOfMonth):
                self.problems.append(f"{path}: {count} cases on one page")

    def check(self):
        self.check_lists()
        self.check_lengths()
        for path in sorted(self.pages):
            self.check_definitions(path)
        for path in sorted(self.pages):
            if path != "definitions.html" and (path not in self.lists or not path.startswith("lists/")):
                self.check_page(path)
        self.unopened = set(self.lists) - self.opened
        # A list is of a figure that some page may show; a few that none shows do no harm.
        if len(self.unopened) * 20 > len(self.lists):
            self.problems += [f"{path}: no figure leads here" for path in sorted(self.unopened)]


def limits(path):
    """Every limit that charts are drawn with, exact."""
    with open(path, encoding="utf-8") as file:
        metrics = json.load(file, parse_float=Decimal, parse_int=Decimal)
    points = [point for chart in metrics["control_charts"] for point in chart["points"]] + metrics["more"]["targets"]
    found = [point.get(key) for point in points for key in ("center", "ucl", "lcl")]
    return sorted({value for value in found if value is not None})


def same(one, other):
    """Whether two printed numbers may be the same figure: each within half a last digit of the coarser."""
    for scale in (1, 1_000, 10_000):
        if abs(one.value * scale - other.value) <= max(one.half * scale, other.half) + one.half * (scale > 1):
            return True
    return False


def main(root):
    site = Site(root)
    site.check()
    for kind, count in sorted(site.linked.items()):
        print(f"linked to {kind}: {count}")
    for kind, count in sorted(site.exempt.items()):
        print(f"exempt: {kind}: {count}")
    print(f"lists: {len(site.lists)}, {len(site.unopened)} of them not opened, figures on them: "
          f"{sum(len(s.figures) for one in site.lists.values() for s in one.sections.values())}")
    for problem in site.problems:
        print("wrong:", problem)
    return 1 if site.problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
