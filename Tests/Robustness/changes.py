"""What people, programs and disks do to a ledger, its templates, its site, and what is kept."""

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

from sequence import Sequence


# Cases.

def case(of: Sequence) -> Path:
    return of.chance.choice(of.cases())


def new_id(of: Sequence) -> str:
    of.number += 1
    return f"2610{70 + of.number}"


def doubt(of: Sequence) -> None:
    """Has git look at the bytes: within one second it would not notice such an edit, and name a commit."""
    os.utime(of.root / ".git" / "index", (1, 1))


def add_case(of: Sequence) -> None:
    identity, others = new_id(of), [path.stem for path in of.cases()]
    lines = [f'id: "{identity}"', "title: 电源异响", f"received: 2026-{of.chance.randint(1, 10):02}-12 09:30",
             f"severity: {of.chance.choice(['minor', 'major', 'critical'])}"]
    if of.chance.random() < 0.4:
        lines.append(f'related: ["{of.chance.choice(others)}"]')
    if of.chance.random() < 0.4:
        lines.append(f"attachments: [{of.chance.choice(attachments(of) + ['new/missing.pdf'])}]")
    if of.chance.random() < 0.3:
        lines.append("private: yes")
    if of.chance.random() < 0.5:
        lines += ["status: closed", "closed: 2026-10-20"]
    (of.content / "cases" / f"{identity}.md").write_text(
        "---\n" + "\n".join(lines) + "\n---\n听见[照片](../attachments/new/photo.png)里的声音。\n", "utf-8")


def edit_narrative(of: Sequence) -> None:
    with open(case(of), "a", encoding="utf-8") as file:
        file.write(of.chance.choice(["\n又及。\n", "\n![照](new/photo.png)\n", "\n另见 <b>粗</b> 13800000115。\n"]))


def edit_field(of: Sequence) -> None:
    path, line = case(of), of.chance.choice(
        ["tags: [甲]", "private: yes", "urgency: immediate", "promised: 2026-11-03", "不认识: 值", "satisfaction: 5",
         "closed: 2026-10-30 10:00", "open_reason: 等客户", f"related: [\"{case(of).stem}\"]"])
    text = path.read_text("utf-8-sig", "surrogateescape")
    path.write_text(text.replace("---\n", f"---\n{line}\n", 1), "utf-8", "surrogateescape")


def rename_case(of: Sequence) -> None:
    path = case(of)
    folder = of.chance.choice([path.parent, of.content / "cases" / "moved"])
    folder.mkdir(exist_ok=True)
    path.rename(folder / (path.stem + "-x.md"))


def delete_case(of: Sequence) -> None:
    if len(of.cases()) > 5:
        case(of).unlink()


def change_id(of: Sequence) -> None:
    path = case(of)
    text = path.read_text("utf-8-sig", "surrogateescape")
    path.write_text(text.replace(path.stem.removesuffix("-x"), new_id(of), 1), "utf-8", "surrogateescape")


def same_size_and_time(of: Sequence) -> None:
    """Another byte in a file, in place or in a file of its own under its name, with the former time."""
    path = case(of)
    times, text = path.stat(), bytearray(path.read_bytes())
    digits = [place for place, byte in enumerate(text) if 0x30 <= byte <= 0x39]
    if of.chance.random() < 0.3:
        text[of.chance.randrange(len(text) - 3, len(text))] = ord("x")
    else:
        place = of.chance.choice(digits)
        text[place] = 0x30 + (text[place] - 0x2F) % 10
    if of.chance.random() < 0.5:
        with open(path, "r+b") as file:
            file.write(text)
    else:
        path.with_name("new").write_bytes(text)
        path.with_name("new").rename(path)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    doubt(of)


def time_set_back(of: Sequence) -> None:
    path = case(of)
    if of.chance.random() < 0.5:
        with open(path, "a", encoding="utf-8") as file:
            file.write("早。\n")
    os.utime(path, (1_000_000_000, 1_000_000_000))
    doubt(of)


def touch_all(of: Sequence) -> None:
    for path in of.content.rglob("*"):
        os.utime(path)


# Settings, templates, and all other texts.

def replaced(path: Path, one: str, other: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(one, other, 1) if one in text else text.replace(other, one, 1), "utf-8")


def site_yaml(of: Sequence) -> None:
    path = of.content / "site.yaml"
    lines = path.read_text("utf-8").splitlines()
    change = of.chance.choice(["title", "limit", "edit_url", "targets"])
    if change == "title":
        lines = [f"title: 看板 {of.chance.random()}" if line.startswith("title:") else line for line in lines]
    elif change == "limit":
        lines = [line.replace("13d", "12d") if "13d" in line else line.replace("12d", "13d") for line in lines]
    elif change == "edit_url":
        lines = [line for line in lines if not line.startswith("edit_url:")]
        lines.append(f"edit_url: https://example.com/{of.chance.randint(1, 9)}/{{path}}")
    else:
        lines = [line.replace("0.95", "0.9") if "0.95" in line else line.replace("0.9 ", "0.95 ") for line in lines]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def vocabulary(of: Sequence) -> None:
    one, other = of.chance.choice([("产品质量", "产品品质"), ("仓储部", "仓库部"), ("异响", "异音")])
    replaced(of.content / "site.yaml", one, other)


def calendar(of: Sequence) -> None:
    path = of.chance.choice(sorted((of.content / "calendar").glob("*.yaml")))
    day, text = f"  - {path.stem}-0{of.chance.randint(3, 9)}-0{of.chance.randint(2, 6)}\n", path.read_text("utf-8")
    path.write_text(text.replace(day, "") if day in text else text.replace("holidays:\n", f"holidays:\n{day}", 1))


def template(of: Sequence) -> None:
    path = of.chance.choice(sorted((of.root / "site-templates").rglob("*.mustache")))
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"<!-- {of.chance.randint(1, 99)} -->\n")


def asset(of: Sequence) -> None:
    path = of.chance.choice(sorted((of.root / "site-templates" / "assets").rglob("*.css")))
    with open(path, "a", encoding="utf-8") as file:
        file.write("/* x */\n")


def strings(of: Sequence) -> None:
    path = of.root / "site-templates" / "strings" / of.chance.choice(["zh-Hans.yaml", "zh-Hans.yaml", "en.yaml"])
    one, other = of.chance.choice([("台账", "总账"), ("投诉", "申诉"), ("未结", "未完"), ("ledger", "book")])
    replaced(path, one, other)


def exposure(of: Sequence) -> None:
    path = of.chance.choice(sorted((of.content / "exposure").glob("*.csv")))
    lines = path.read_text("utf-8").splitlines()
    place = of.chance.randrange(1, len(lines))
    if of.chance.random() < 0.5 and lines[place][-1].isdigit():
        lines[place] += "7"
    else:
        del lines[place]
    path.write_text("\n".join(lines) + "\n", "utf-8")


def narrative(of: Sequence) -> None:
    """Of a month or a year, as people wrote it into the reports."""
    path = of.chance.choice(sorted((of.content / "reports").rglob("*.md")))
    if of.chance.random() < 0.2:
        path.unlink()
        return
    with open(path, "a", encoding="utf-8") as file:
        file.write("\n本月另记。\n")


def other_text(of: Sequence) -> None:
    folders = [name for name in ("improvements", "processes", "pages", "tallies") if (of.content / name).is_dir()]
    path = of.chance.choice([path for name in folders for path in sorted((of.content / name).rglob("*.*"))])
    if of.chance.random() < 0.3:
        path.unlink()
    elif path.suffix == ".csv":
        lines = path.read_text("utf-8").splitlines()
        path.write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    else:
        with open(path, "a", encoding="utf-8") as file:
            file.write("\n# 又及\n")


def attachments(of: Sequence) -> list[str]:
    folder = of.content / "attachments"
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def attachment(of: Sequence) -> None:
    folder = of.content / "attachments"
    change = of.chance.choice(["add", "change", "remove", "same size"])
    if change == "add":
        (folder / "new").mkdir(exist_ok=True)
        name = of.chance.choice(["photo.png", "missing.pdf", "page.html"])
        (folder / "new" / name).write_text("新" * of.chance.randint(1, 900))
        return
    path = folder / of.chance.choice(attachments(of))
    if change == "change":
        path.write_bytes(path.read_bytes() + b"x")
    elif change == "remove":
        path.unlink()
    else:
        times, text = path.stat(), path.read_bytes()
        path.write_bytes(b"x" + text[1:])
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        doubt(of)


# How, and for whom, it is built.

def move_as_of(of: Sequence) -> None:
    of.as_of = of.chance.choice(["2026-06-30", "2026-09-15", "2026-10-30", "2026-10-31", "2026-11-01", "2026-12-24"])
    of.as_of_by = of.chance.choice(["option", "epoch", "site.yaml"])
    path = of.content / "site.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("as_of:")]
    path.write_text("\n".join([*lines, f"as_of: {of.as_of}"]) + "\n", "utf-8")


def another_audience(of: Sequence) -> None:
    of.audience = of.chance.choice(["team", "management", "public"])


def commit(of: Sequence) -> None:
    of.commit()


def older_commit(of: Sequence) -> None:
    of.commit()
    count = int(of.git("rev-list", "--count", "HEAD"))
    of.git("checkout", "-q", "--detach", f"HEAD~{of.chance.randint(0, min(3, count - 1))}")


def another_tool(of: Sequence) -> None:
    other = of.root / "kesu-other"
    other.unlink(missing_ok=True)
    shutil.copy(of.chance.choice(of.programs), other)
    of.kesu = other


# What is kept, and what stands.

def damage_cache(of: Sequence) -> None:
    of.is_damaged = True
    for path in sorted(of.kept.rglob("*")):
        if not path.is_file():
            continue
        text, change = bytearray(path.read_bytes()), of.chance.choice(["cut", "byte", "text", "remove", "old"])
        if change == "cut":
            path.write_bytes(text[:of.chance.randrange(len(text) + 1)])
        elif change == "byte" and text:
            text[of.chance.randrange(len(text))] ^= 1 << of.chance.randrange(8)
            path.write_bytes(text)
        elif change == "text":
            path.write_text("nothing of kesu's\n")
        elif change == "old":
            path.write_bytes(re.sub(rb" \d\n", b" 0\n", bytes(text), count=1))
        else:
            path.unlink()


def put_aside(of: Sequence, folder: Path) -> Path:
    """Puts what is kept, or the site, back as it was some time ago, or sets it aside for some other time."""
    aside = of.root / f"kept-{folder.name}"
    if aside.exists():
        shutil.rmtree(folder, ignore_errors=True)
        aside.rename(folder)
    elif folder.exists():
        # With its times.
        shutil.copytree(folder, aside, symlinks=True)
    return aside


def former_cache(of: Sequence) -> None:
    put_aside(of, of.kept)


def former_site(of: Sequence) -> None:
    aside = put_aside(of, of.site)
    if not aside.exists():
        of.taken |= of.foreign
        of.foreign = {path: (of.site / path).read_bytes() for path in FOREIGN if (of.site / path).exists()}


def spoil(of: Sequence, root: Path) -> None:
    pages = [path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".kesu-site"
             and str(path.relative_to(root)) not in of.foreign]
    if not pages:
        return
    path = of.chance.choice(pages)
    change = of.chance.choice(["append", "same size", "remove", "replace", "touch", "mode", "folder"])
    times = path.stat()
    if change == "append":
        with open(path, "ab") as file:
            file.write(b"x")
    elif change == "same size":
        with open(path, "r+b") as file:
            file.write(b"x")
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    elif change == "remove":
        path.unlink()
    elif change == "replace":
        path.with_name("new").write_bytes(b"other")
        path.with_name("new").rename(path)
    elif change == "mode":
        path.chmod(0o600)
    elif change == "folder" and path.parent != root:
        path.parent.chmod(0o700)
    else:
        os.utime(path)


def spoil_site(of: Sequence) -> None:
    spoil(of, of.site)


def spoil_twin(of: Sequence) -> None:
    spoil(of, of.root / "._site.kesu" / "tree")


FOREIGN = ["CNAME", "notes/letter.txt", "cases/mine.txt"]


def foreign_file(of: Sequence) -> None:
    if not of.site.exists():
        return
    path = of.chance.choice(FOREIGN)
    if path in of.foreign and of.chance.random() < 0.5:
        (of.site / path).unlink()
        of.taken[path] = of.foreign.pop(path)
        return
    text = str(of.chance.random()).encode()
    (of.site / path).parent.mkdir(exist_ok=True)
    if of.chance.random() < 0.5:
        (of.site / path).write_bytes(text)
    else:
        # As editors do it.
        (of.site / path).with_name("new").write_bytes(text)
        (of.site / path).with_name("new").rename(of.site / path)
    of.foreign[path] = text


def killed(of: Sequence) -> None:
    process = subprocess.Popen(
        of.command(), cwd=of.root, env=of.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(of.length * of.chance.uniform(0.1, 1.1))
    process.kill()
    process.wait()


def nothing(of: Sequence) -> None:
    pass


EDITS = [
    add_case, add_case, edit_narrative, edit_field, edit_field, rename_case, delete_case, change_id, same_size_and_time,
    same_size_and_time, time_set_back, touch_all, site_yaml, vocabulary, calendar, template, asset, strings, exposure,
    narrative, other_text, attachment, attachment, move_as_of, another_audience, older_commit, commit, another_tool,
    damage_cache, former_cache, former_site, spoil_site, spoil_twin, foreign_file, killed, nothing,
]
