"""Where numbers stand on a page, and the kinds of number that lead nowhere because no cases are behind them."""
import re

import figures

# What a sentence may say in digits that is no figure of cases.
SENTENCE = [
    ("a date or a period", r"\d{4} 年( 第? ?\d+ ?(月|季度|周)( \d+ 日)?)?|\d{4}-\d\d(-\d\d)?|\d+ 月|\d\d-\d\d|\d{4}-W\d\d"),
    ("a target", r"[≤≥] ?[\d,.]+%?"),
    ("a limit of a control chart", r"(上限|下限) [\d,.]+%?|范围 [\d,.]+%? 至 [\d,.]+%?"),
    ("a mean or a median beside the figure", r"(均值|中位数) [\d,.]+%?( \w+)?"),
    ("a run rule", r"连续 \d+ 个月|\d+ 个月[中在同都升偏]|[12]σ|连 \d+ 点|\d+ 点 \d+ 点超"),
    ("a step between two linked figures", r"(增加|减少|多|少) [\d,]+ 件"),
    ("how many periods are looked at", r"[前近共] \d+ (个月|年|月)|有 \d+ 个月|近 \d+ 月"),
    ("how long the latest is late", r"最长 [\d,]+ 日"),
    ("the bound of a class", r"超过 30 日|30 日以内"),
    ("how many classes there are", r"分属 \d+ 类"),
    ("a mark of a scale", r"满分 5 分|[1-5] 分 (?=(0 )?件)"),
    ("the interval of a linked median", r"95% 区间 [\d.]+(–[\d.]+)? 日"),
    ("nothing, or unknown", r"(?<![\d.,])0(\.00)? (件|项|元)|(?<![\d.,])0\.0%|占 0%|未结 0"),
    ("the number of a form, or of the program", r"^表单编号.*|^由 kesu .*"),
    ("a name", r"\d+[VW]\S+"),
    ("the rows of this page", r"本月异常 \d+ 条|等另 \d+ 件|(全部|共|登记|列出|最近受理的|其余) [\d,]+ (件|篇|种)"),
]
# Columns whose numbers are made of other numbers of the row, or are no figures.
COLUMNS = {
    "a target": {"目标"},
    "a step between two linked figures": {"增减", "较上月", "环比", "同比"},
    "a limit of a control chart": {"均值", "下限", "上限", "试用下限", "试用上限", "中位数"},
    "a cumulative share of linked figures": {"累计占比"},
    "a line of a file": {"行", "种类"},
}
ROWS = {"what was shipped, which has no cases": {"出货批次（批）", "出货批次", "合格批次", "出货数量（个）", "出货数量"}}
# Those that are made of figures in the same row, which have to be linked there: how many of them.
MADE = {
    "a step between two linked figures": {"增减": 2, "较上月": 2, "环比": 1, "同比": 1},
    "a cumulative share of linked figures": {"累计占比": 1},
}
NOTHING = re.compile(r"^[\s·—–0.,%+−-]*(元|万元|件|日)?$")


def places(page):
    """The places whose numbers a reader takes for figures: headlines, leads, sentences of findings, cells of tables."""
    main = next(element for element in page.find("main"))
    for element in main.walk():
        if element.inside(lambda one: one.name == "svg") or is_prose(element):
            continue
        isSentence = element.name == "p" and not set(element.classes) & {"sub", "note", "crumb", "pager", "key"}
        if element.name in ("h1", "h2", "h3", "td", "th", "caption") or isSentence:
            if element.name != "caption":
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
    """The figure that a step is taken from: in the band of the overview the change stands below it; else None."""
    cell = link.inside(lambda one: one.name == "td")
    row = link.inside(lambda one: one.name == "tr")
    if cell is None or row is None or "band" not in row.parent.parent.classes:
        return None
    cells = [one for one in row.children if not isinstance(one, str)]
    return figures.number(cells[1].text) if cell in cells[3:5] else None


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


def is_made(name, head, cells):
    """Whether so many figures in the row lead to their cases, or are nothing, as the number in a column is made of."""
    # What was of the rest is left of a total, as the figure itself says.
    if cells[0].text.strip() == "其他":
        return True
    linked = [one for one in cells[1:] if one.find("a") or NOTHING.match(" ".join(one.text.split()))]
    return len(linked) >= MADE[name][head]


def _words(words):
    """The kinds of the numbers in words; None if one of them is of no kind."""
    kinds = []
    for kind, pattern in SENTENCE:
        words, count = re.subn(pattern, "", words)
        if count:
            kinds.append(kind)
    return None if figures.NUMBER.search(words) else kinds


def kind(place, words, path):
    """Why the numbers in a place that no link holds need no door; None if they do."""
    text = " ".join(words.split())
    if NOTHING.match(text):
        return "nothing, or unknown"
    if place.inside(lambda one: one.name == "article"):
        return "what one case says of itself"
    if place.inside(lambda one: "months" in one.classes):
        return "a sum of the linked figures in the line"
    if place.name in ("h2", "h3") and place.find("span") and re.fullmatch(r"(图 )?\d+", place.find("span")[0].text):
        text = text.replace(place.find("span")[0].text, "", 1)
        if not figures.NUMBER.search(text):
            return "the number of a chapter or a drawing"
    if place.name in ("td", "th"):
        found = _cell(place, text, path)
        if found:
            return found
    kinds = _words(text)
    return kinds[0] if kinds else ("the number of a chapter or a drawing" if kinds == [] else None)


def _cell(cell, text, path):
    head, cells = _columns(cell)
    for name, heads in COLUMNS.items():
        if head in heads and (name not in MADE or is_made(name, head, cells)):
            return name
    for name, rows in ROWS.items():
        if cells[0].text.strip() in rows:
            return name
    if head == "上月" and cells[0].text == "其他":
        return "what is left of a total and the linked figures in the column"
    if text in ("100%", "100.0%") and cell.inside(lambda one: one.name == "tfoot"):
        return "the whole of itself"
    if path.startswith("ledger-state/") and cell.parent.parent.name == "tfoot":
        return "a sum of the linked figures above"
    isCase = any(
        re.search(r"cases/\d{4}-\d\d/[^/]+\.html$|^[^/#]+\.html$", link.attributes.get("href", ""))
        for one in cells for link in one.find("a"))
    if isCase or cell.inside(lambda one: one.id == "ledger" or one.name == "table" and "stack" in one.classes):
        return "a value of one case, whose row leads to its card"
    if cell.name == "th" or cell is cells[0]:
        return "the name of a row or a column"
    if "z" in cell.classes and text.strip("·") == "":
        return "nothing, or unknown"
    if path.startswith("ledger-state/"):
        return "a value of one file, whose row names it"
    return None


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
