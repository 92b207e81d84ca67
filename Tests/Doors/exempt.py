"""Where numbers stand on a page, and the kinds of number that lead nowhere because no cases are behind them."""
import re

import figures

# The kinds of number that lead nowhere, and why: what is no figure of cases, and what is made of such as lead there.
LABEL = "no figure: a date, a name, the number of a form or drawing, a mark of a scale, a rule in words"
TARGET = "a target, which a figure is held against"
LIMIT = "a limit, a mean or a median of a chart: made of all its points, and the same as in metrics.json or in the table"
MADE = "made of linked figures beside it, of which it was made again here: a step, a share, a sum"
REST = "what is left of a total after the linked figures in the column"
VALUE = "a value of one case or file, which its row leads to"
ROWS_HERE = "how many rows, months or kinds stand on this page"
SHIPPED = "what was shipped, which has no cases"
ZERO = "nothing, or unknown"

# What a sentence may say in digits.
SENTENCE = [
    (LABEL, r"\d{4} 年( 第? ?\d+ ?(月|季度|周)( \d+ 日)?)?|\d{4}-\d\d(-\d\d)?|\d+ 月|\d\d-\d\d|\d{4}-W\d\d"),
    (TARGET, r"[≤≥] ?[\d,.]+%?"),
    (LIMIT, r"(上限|下限) [\d,.]+%?|范围 [\d,.]+%? 至 [\d,.]+%?|(均值|中位数) [\d,.]+%?( \w+)?"),
    (LABEL, r"连续 \d+ 个月|\d+ 个月[中在同都升偏]|[123]σ|连 \d+ 点|\d+ 点 \d+ 点超"),
    (MADE, r"(增加|减少|多|少) [\d,]+ 件"),
    (LABEL, r"[前近] \d+ (个月|年|月)|近 \d+ 月|不足 12 个月|不足十二个月|达到 80%|95% 区间|少于 30 件"),
    (LABEL, r"超过 30 日|30 日以内|满分 5 分|[1-5] 分 (?=(0 )?件)|90% 分位|（8D）"),
    (ROWS_HERE, r"共 \d+ (个月|年|月)|分属 \d+ 类|本月异常 \d+ 条|等另 \d+ 件|最多的 \d+ 个"),
    (ROWS_HERE, r"(本月受理 [\d,]+ 件，)?列出其中最要紧的 [\d,]+ 件"),
    (ROWS_HERE, r"(全部|共|登记|列出|最近受理的|其余) [\d,]+ (件|篇|种)|(咨询|建议|异常通知|申诉) \d+ 件（|作废编号 \d+ 个（"),
    (ZERO, r"(?<![\d.,])0(\.00)? (件|项|元|份|处)|(?<![\d.,])0\.0+%|(?<![\d.,])0/|占 0%|未结 0"),
    (LABEL, r"^表单编号.*|^由 kesu .*|\d+[VW]\S+"),
]
# Columns whose numbers are made of other numbers of the row or the table, or are no figures.
STEPS = {"增减", "较上月", "环比", "同比"}
LIMITS = {"均值", "下限", "上限", "试用下限", "试用上限", "中位数"}
SHIPPED_ROWS = {"出货批次（批）", "出货批次", "合格批次", "出货数量（个）", "出货数量"}
NOTHING = re.compile(r"^[\s·—–0.,%+−-]*(元|万元|件|日)?$")


def places(page):
    """The places whose numbers a reader takes for figures: headlines, sentences, notes, items, captions, cells."""
    main = next(element for element in page.find("main"))
    for element in main.walk():
        if element.inside(lambda one: one.name in ("svg", "nav")) or is_prose(element):
            continue
        if element.name == "p" and set(element.classes) & {"crumb", "pager", "key"}:
            continue
        # What only those hear who listen says the headline once more.
        if element.name == "caption" and "vh" in element.classes:
            continue
        if element.name in ("h1", "h2", "h3", "td", "th", "caption", "p", "dd", "li"):
            yield element


def is_prose(element):
    """Whether people wrote it; the figures that they place in it are the program's."""
    return element.inside(lambda one: "prose" in one.classes) and not element.inside(lambda one: one.name == "figure")


def is_name(link):
    """Whether a link's digits are a name: a case, a period, a chapter, a file."""
    text = link.text.strip()
    if "crumb" in getattr(link.parent, "classes", []) or link.inside(lambda one: one.name == "nav" or "pager" in one.classes):
        return True
    if is_prose(link) or "df" in link.classes:
        return True
    href = link.attributes["href"].partition("#")[0]
    isCard = re.search(r"cases/\d{4}-\d\d/", href) and not href.endswith("index.html")
    isReport = re.search(r"reports/\w+/[\d-]+\.html$", href) or re.fullmatch(r"[\d-]+\.html", href)
    bare = re.sub("|".join(pattern for _, pattern in SENTENCE[:1]), "", text)
    return bool(isCard or isReport or not figures.NUMBER.search(bare))


def step_before(link):
    """The figure that a step is taken from, which begins its row: a linked step opens what it is held against; else None."""
    cell = link.inside(lambda one: one.name == "td")
    if cell is None:
        return None
    head, cells = _columns(cell)
    isOfBand = "band" in cell.parent.parent.parent.classes and cell in cells[3:5]
    return figures.number(cells[1].text) if isOfBand or head in STEPS else None


def counts_rows(link, path):
    """Whether a link to a table says how many rows it has."""
    if link.inside(lambda one: "months" in one.classes):
        return True
    return path.startswith(("ledger-state/", "lists/")) and not link.inside(lambda one: "foot" in one.classes)


def _columns(cell):
    """The heads of the column of a cell, and the first cell of its row."""
    table = cell.inside(lambda one: one.name == "table")
    row = cell.parent
    heads = [head for head in table.find("thead")[0].find("th", "td")] if table.find("thead") else []
    cells = [one for one in row.children if not isinstance(one, str)]
    place = cells.index(cell)
    return (heads[place].text.strip() if place < len(heads) else ""), cells


def kind(place, words, path, limits):
    """Why the numbers in a place that no link holds need no door; None if they do.

    `limits`: what charts are drawn with, by metrics.json.
    """
    text = " ".join(words.split())
    if NOTHING.match(text):
        return ZERO
    if place.inside(lambda one: one.name == "article"):
        return VALUE
    if place.inside(lambda one: "months" in one.classes):
        return _sum_of_line(place, text)
    if place.name in ("h2", "h3") and place.find("span") and re.fullmatch(r"(图 )?\d+", place.find("span")[0].text):
        text = text.replace(place.find("span")[0].text, "", 1)
        if not figures.NUMBER.search(text):
            return LABEL
    if place.name in ("td", "th"):
        found = _cell(place, text, path, limits)
        if found:
            return found
    kinds = _words(text)
    return kinds[0] if kinds else (LABEL if kinds == [] else None)


def _words(words):
    """The kinds of the numbers in words; None if one of them is of no kind."""
    kinds = []
    for kind, pattern in SENTENCE:
        words, count = re.subn(pattern, "", words)
        if count:
            kinds.append(kind)
    return None if figures.NUMBER.search(words) else kinds


def _sum_of_line(place, text):
    """A year beside its months: its cases are those of all of them."""
    text = re.sub(r"\d{4} 年", "", text)
    parts = [figures.Number(figures.NUMBER.findall(link.text)[-1]).value for link in place.find("a")]
    whole = figures.number(text)
    return MADE if not whole or whole.value == sum(parts) else None


def _cell(cell, text, path, limits):
    head, cells = _columns(cell)
    name = cells[0].text.strip()
    if head == "目标":
        return TARGET
    if name in SHIPPED_ROWS:
        return SHIPPED
    if head in STEPS:
        return MADE if name == "其他" or is_step(cell, cells, text) else None
    if head in LIMITS:
        return LIMIT if is_limit(cell, cells, text, limits) else None
    if head == "累计占比":
        return MADE if is_cumulative(cell, cells, text) else None
    if head == "上月" and name == "其他":
        return REST
    isFoot = cell.parent.parent.name == "tfoot"
    if isFoot and text in ("100%", "100.0%"):
        return MADE
    if isFoot and path.startswith("ledger-state/"):
        return MADE if is_sum_above(cell, cells, text) else None
    if head in ("行", "种类") or path.startswith("ledger-state/") and re.search("/|第 .* 行|\\.md", cell.parent.text):
        return VALUE
    isCase = any(
        re.search(r"cases/\d{4}-\d\d/[^/]+\.html$|^[^/#]+\.html$", link.attributes.get("href", ""))
        for one in cells for link in one.find("a"))
    if isCase or cell.inside(lambda one: one.id == "ledger" or one.name == "table" and "stack" in one.classes):
        return VALUE
    if cell.name == "th" or cell is cells[0]:
        return LABEL
    if "z" in cell.classes and text.strip("·") == "":
        return ZERO
    return None


def _rows(cell):
    """The cells of all rows of the body of a table."""
    table = cell.inside(lambda one: one.name == "table")
    rows = [row for body in table.find("tbody") for row in body.children if not isinstance(row, str)]
    return [[one for one in row.children if not isinstance(one, str)] for row in rows]


def _near(one, other, slack):
    return abs(one - other) <= slack + figures.Decimal("1e-9")


def is_step(cell, cells, text):
    """Whether a step is that between two figures of the row, each linked or nothing; in percent, that linked beside it."""
    step = figures.number(text)
    if "%" in text and cell.find("a"):
        by, now = figures.number(cell.find("a")[0].text), figures.number(cells[1].text)
        base = now.value - by.value
        slack = step.half + abs(by.half / base) * 2 + abs(now.half / base) * abs(step.value) * 2
        return _near(step.value, by.value / base, slack)
    known = [figures.number(one.text) for one in cells[1:] if one is not cell and (one.find("a") or _is_zero(one))]
    known = [one for one in known if one]
    return any(_near(one.value - other.value, step.value, one.half + other.half + step.half)
               for place, one in enumerate(known) for other in known[place + 1:])


def _is_zero(cell):
    return re.fullmatch(r"0(\.0+)?%?", cell.text.strip()) is not None


def is_limit(cell, cells, text, limits):
    """Whether a limit is one of those that metrics.json has, or the median of its column of values."""
    found = figures.number(text)
    if any(_near(found.value, limit, found.half) for limit in limits):
        return True
    rows = _rows(cell)
    for column in range(1, len(cells)):
        values = [figures.number(row[column].text) for row in rows if column < len(row)]
        values = [one.value for one in values if one]
        if values and _near(found.value, figures.quantile(values, 0.5), found.half * 2):
            return True
    return False


def is_cumulative(cell, cells, text):
    """Whether a share is that of all rows down to this one, by one of the columns of counts."""
    share, rows = figures.number(text), _rows(cell)
    place = next(index for index, row in enumerate(rows) if row[0] is cells[0])
    for column in range(1, len(cells)):
        values = [figures.number(row[column].text) if column < len(row) else None for row in rows]
        values = [one.value if one else 0 for one in values]
        if sum(values) and _near(share.value, sum(values[:place + 1]) / sum(values), share.half):
            return True
    return False


def is_sum_above(cell, cells, text):
    column = cells.index(cell)
    values = [figures.number(row[column].text) for row in _rows(cell)]
    return figures.number(text).value == sum(one.value for one in values if one)


def printed(link):
    """The numbers that a link may print: the last of a line of months; those of a mark's title in a drawing, where a
    period or a name may stand before the figure, and the rules of a signal behind it."""
    text = link.text
    if link.inside(lambda one: "months" in one.classes):
        return [figures.Number(figures.NUMBER.findall(text)[-1])]
    if link.inside(lambda one: one.name == "svg"):
        words = re.sub(SENTENCE[0][1], " ", text)
        return [figures.number(one) for one in re.findall(r"[\d,]+(?:\.\d+)?%?", words) if figures.number(one)]
    return [figures.number(text)]
