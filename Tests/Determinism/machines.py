"""Machines that differ in what must not matter."""

import contextlib
import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from workshop import UMASK, Workshop


class Skipped(Exception):
    """Why a machine cannot be had here."""


# Puts the ledger somewhere, and says where, and how content is named there.
Placing = Callable[[Workshop], Iterator[tuple[Path, str]]]


def here(workshop: Workshop) -> Iterator[tuple[Path, str]]:
    yield workshop.ledger, "content"


@dataclass(frozen=True)
class Machine:
    title: str
    options: list[str] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    # What the program is run by.
    before: list[str] = field(default_factory=list)
    umask: int = UMASK
    folder: str | None = None
    placing: Placing = here
    kesu: Path | None = None

    def place(self, workshop: Workshop) -> contextlib.AbstractContextManager[tuple[Path, str]]:
        if self.before and not shutil.which(self.before[0]):
            raise Skipped(f"{self.before[0]} is not installed")
        if self.before and self.before[0] == "unshare":
            tried = subprocess.run([*self.before, "true"], capture_output=True, text=True)
            if tried.returncode != 0:
                raise Skipped(tried.stderr.strip())
        return contextlib.contextmanager(self.placing)(workshop)


def machines(other: Path | None) -> dict[str, list[Machine]]:
    """By what they differ in; `other` is the program in another configuration."""
    return {
        "plain repeats": [Machine(f"repeat {number}") for number in range(1, 21)],
        "time zones": [Machine(zone, environment={"TZ": zone}) for zone in (
            "UTC", "Asia/Shanghai", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago", ":nowhere", "", "X-24:59:59")],
        "locales": [Machine(name, environment={"LANG": name, "LC_ALL": name, "LANGUAGE": name[:2]}, placing=compiled(name))
                    for name in ("C", "C.UTF-8", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "zh_CN.GB18030", "ar_SA.UTF-8", "ja_JP.EUC-JP")],
        "directory orders": [
            *[Machine(f"disorderfs {option}", placing=disordered(option)) for option in (
                "--shuffle-dirents=yes", "--reverse-dirents=yes", "--sort-dirents=yes")],
            *[Machine(f"copied {order} into {base}", placing=copied(order, Path(base)))
              for order in ("backwards", "shuffled") for base in ("/dev/shm", "/tmp")]],
        "umask": [Machine(f"{umask:03o}", umask=umask) for umask in (0o000, 0o002, 0o027, 0o077)],
        "folders": [Machine("the root", folder="/", placing=from_elsewhere), Machine("/tmp", folder="/tmp", placing=from_elsewhere),
                    Machine("a folder with another name", placing=copied("forwards", Path("/tmp"), "文件 夹é"))],
        "jobs": [Machine(number, options=["--jobs", number]) for number in ("1", "2", "8", "64")],
        "clocks": [
            *[Machine(f"faketime {when}", before=["faketime", when])
              for when in ("1999-12-31 23:59:58", "2016-02-29 12:00:00", "2038-01-19 03:14:06", "2126-07-01 00:00:00")],
            Machine("faketime, standing still", before=["faketime", "-f", "2031-02-03 04:05:06"]),
            Machine("faketime, a thousand times as fast", before=["faketime", "-f", "@2026-10-31 23:59:59 x1000"]),
            Machine("faketime, files as they are", before=["faketime", "2031-02-03"], environment={"NO_FAKE_STAT": "1"}),
            Machine("unshare, another time since boot", before=["unshare", "--time", "--monotonic", "99999999", "--boottime", "99999999"])],
        "times of files": [Machine(title, placing=timed(times)) for title, times in (
            ("1970", (0, 0)), ("2100", (4_102_444_800,) * 2), ("each another", None))],
        "surroundings": [
            Machine("no home, another hash", environment={"HOME": "/nowhere", "SWIFT_DETERMINISTIC_HASHING": "1"}),
            Machine("another day of the environment", environment={"SOURCE_DATE_EPOCH": "1000000000"}),
            Machine("one processor", before=["taskset", "1"]), Machine("few open files", before=["prlimit", "--nofile=48"]),
            Machine("another name of the machine", before=["unshare", "--uts", "sh", "-c", 'hostname other; exec "$@"', "sh"])],
        "debug and release": [Machine("the other", kesu=other, placing=here if other else no_other)],
    }


def no_other(workshop: Workshop) -> Iterator[tuple[Path, str]]:
    raise Skipped("no program of the other configuration is built that is newer than the sources; name it with --other")
    yield


def from_elsewhere(workshop: Workshop) -> Iterator[tuple[Path, str]]:
    yield workshop.ledger, str(workshop.ledger / "content")


def compiled(name: str) -> Placing:
    """Where a locale is not installed, it is made for the time being."""
    def placing(workshop: Workshop) -> Iterator[tuple[Path, str]]:
        language, _, charset = name.partition(".")
        if language not in ("C",):
            folder = workshop.root / "locales" / name
            folder.parent.mkdir(exist_ok=True)
            made = subprocess.run(["localedef", "-i", language, "-f", charset, str(folder)], capture_output=True, text=True)
            if not folder.is_dir():
                raise Skipped(f"the locale is not known here: {made.stderr.strip().splitlines()[-1:]}")
        yield workshop.ledger, "content"
    return placing


def copied(order: str, base: Path, name: str = "ledger") -> Placing:
    """A copy whose files were made in another order, which is how some file systems list them."""
    def placing(workshop: Workshop) -> Iterator[tuple[Path, str]]:
        if not base.is_dir():
            raise Skipped(f"there is no {base}")
        target = base / f"{workshop.root.name}-{order}" / name
        paths = sorted(path for path in workshop.ledger.rglob("*") if not path.is_dir() or path.is_symlink())
        if order == "backwards":
            paths.reverse()
        elif order == "shuffled":
            random.shuffle(paths)
        try:
            for path in paths:
                copy = target / path.relative_to(workshop.ledger)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, copy, follow_symlinks=False)
            for folder in workshop.ledger.rglob("*"):
                if folder.is_dir() and not folder.is_symlink():
                    (target / folder.relative_to(workshop.ledger)).mkdir(parents=True, exist_ok=True)
            yield target, "content"
        finally:
            shutil.rmtree(target.parent, ignore_errors=True)
    return placing


def disordered(option: str) -> Placing:
    """The ledger as disorderfs lists it."""
    def placing(workshop: Workshop) -> Iterator[tuple[Path, str]]:
        if not shutil.which("disorderfs"):
            raise Skipped("disorderfs is not installed")
        mount = workshop.root / f"mount{option}"
        mount.mkdir()
        made = subprocess.run(["disorderfs", option, str(workshop.ledger), str(mount)], capture_output=True, text=True)
        try:
            if made.returncode != 0:
                raise Skipped(f"disorderfs cannot mount here: {made.stderr.strip()}")
            yield mount, "content"
        finally:
            if made.returncode == 0:
                for _ in range(50):
                    if subprocess.run(["umount", str(mount)], capture_output=True).returncode == 0:
                        break
                    time.sleep(0.1)
            mount.rmdir()
    return placing


def timed(times: tuple[int, int] | None) -> Placing:
    """A copy with other times."""
    def placing(workshop: Workshop) -> Iterator[tuple[Path, str]]:
        for target, content in copied(f"timed-{times}", Path("/tmp"))(workshop):
            for path in [target, *target.rglob("*")]:
                at = times or (random.randrange(2_000_000_000),) * 2
                # Git looks at its own.
                if not path.is_relative_to(target / ".git"):
                    os.utime(path, at, follow_symlinks=False)
            yield target, content
    return placing
