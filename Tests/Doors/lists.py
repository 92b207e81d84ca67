"""The lists of cases of a site: their sections, the figures that rest on them, and the rows that make these."""
import figures


class Figure:
    """A figure of a list: its number, and how the rows make it."""

    def __init__(self, element, name=None):
        data = element.attributes
        self.text, self.kind = element.text, data["data-f"]
        self.column = int(data["data-c"]) if data.get("data-c") else None
        self.base = figures.number(data["data-b"]).value if data.get("data-b") else None
        # The name of its column, if it stands in the head of one.
        self.name = name
        # The rows that it is made of: those whose cell in a column says one of some words, or anything at all.
        self.where = int(data["data-w"]) if data.get("data-w") else None
        self.words = data["data-v"].split("|") if data.get("data-v") is not None else None
        # The column that says the same in the months of a long list that do not have its own.
        self.otherwise = None

    def passes(self, row):
        """Whether a row is one of those."""
        cell = row.text(self.where)
        return cell in self.words if self.words is not None else cell != ""

    def reckon(self, rows):
        if self.kind == "survival":
            spans = [(figures.number(row.text(self.column)).value, self.passes(row)) for row in rows]
            median = figures.survival(spans)
            return None if median is None else (median, figures.number(rows[0].text(self.column)).half)
        if self.where is not None:
            rows = [row for row in rows if self.passes(row)]
        if self.otherwise is not None:
            rows = [row if row.has(self.column) else row.moved(self.otherwise, self.column) for row in rows]
        return figures.reckon(self.kind, self.column, rows, self.name)

    def problem(self, rows):
        """What is wrong with it; None if the rows make it."""
        found = self.reckon(rows)
        if found is None:
            return f"“{self.text}” cannot be reckoned"
        value, slack = found
        if self.base:
            value, slack = value / self.base, slack / self.base
        printed = figures.number(self.text)
        scale = figures.agrees(printed, value, slack)
        # Only defects per million are printed in another unit than the rows'.
        if scale == 1 or (scale == 1_000_000 and self.base):
            return None
        return f"“{self.text}” is {value:.6f} by its {self.kind}"


class Section:
    def __init__(self, anchor, level):
        self.anchor, self.level, self.figures, self.keyed = anchor, level, [], {}
        self.rows, self.parts = [], []


class List:
    """A list page; `rows` of a split one stand on the pages of its parts."""

    def __init__(self, path, page):
        self.path = path
        self.root = Section("all", 0)
        # The figures of each column, by its name.
        self.columns = {}
        self.sections = {"all": self.root}
        for entry in page.find("dl"):
            if "lf" in entry.classes:
                for line in entry.find("b"):
                    self._add(line, self.root)
        bodies = [body for body in page.find("tbody") if body.id == "all"]
        assert len(bodies) == 1, f"{path} has no table"
        # How many cells name a row, before the columns that figures are made of.
        table = bodies[0].inside(lambda one: one.name == "table")
        lead = next((int(name[1:]) for name in table.classes if name in ("k0", "k1")), 3)
        heads = [head for head in table.find("thead")[0].find("tr")[0].children if not isinstance(head, str)][lead:]
        names = {head.id: place for place, head in enumerate(heads) if head.id}
        for line in table.find("thead")[0].find("b"):
            column = int(line.attributes["data-c"])
            self._add(line, self.root, heads[column].id)
        open_sections = [self.root]
        for row in bodies[0].children:
            if isinstance(row, str):
                continue
            if "lg" in row.classes:
                level = int(next(name for name in row.classes if name[0] == "l" and name[1:].isdigit())[1:])
                section = Section(row.id, level)
                assert row.id not in self.sections, f"{path} has two sections {row.id}"
                self.sections[row.id] = section
                for line in row.find("b"):
                    self._add(line, section)
                open_sections = [one for one in open_sections if one.level < level] + [section]
            elif row.find("td")[0].classes == ["lm"]:
                for link in row.find("a"):
                    for section in open_sections:
                        section.parts.append((link.attributes["href"], figures.number(link.text).value))
            else:
                cells = [cell.text for cell in row.children if not isinstance(cell, str)]
                for section in open_sections:
                    section.rows.append(figures.Row(cells[0] if lead else " ".join(cells), cells[lead:], names))

    def _add(self, element, section, name=None):
        if "data-f" not in element.attributes:
            return
        figure = Figure(element, name)
        section.figures.append(figure)
        if name is not None:
            self.columns.setdefault(name, []).append(figure)
            return
        holder = element.inside(lambda one: one.id is not None and one.name in ("div", "span"))
        if holder is not None:
            section.keyed[holder.id] = figure
            # Where no clock stood still.
            if holder.id == "median_days_unpaused":
                figure.otherwise = section.keyed["median_days_to_close"].column

    def at(self, anchor):
        """The figures that a link may mean, and the rows behind them; None if the place is not there."""
        if anchor in self.columns:
            return self.columns[anchor], self.root
        for section in self.sections.values():
            if anchor in section.keyed:
                return [section.keyed[anchor]], section
        section = self.sections.get(anchor or "all")
        return (section.figures, section) if section else None
