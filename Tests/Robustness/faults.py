"""Every call of the system fails once with each error, is interrupted once, and is once the last before a kill."""

import argparse
import random
import shutil
import subprocess
import threading
import time
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from calls import ERRORS, KILLED, Call, calls_in, faulty, strace
from place import STARTS, Place

# What is built, from which start, and what else fails all the time.
WITHOUT_EXCHANGE = ["-e", "inject=renameat2:error=EINVAL"]
BUILDS = {
    "incremental": ("incremental", []), "first": ("first", []), "over an old site": ("former", []),
    "no-op": ("no-op", []), "incremental, without an exchange": ("incremental", WITHOUT_EXCHANGE),
}
NOT_MADE = "the fault was not injected"


def faults(place: Place, chance: random.Random, options: argparse.Namespace) -> list[str]:
    if not shutil.which("strace"):
        print("faults: SKIPPED, strace is missing", flush=True)
        return []
    failures: list[str] = []
    for title in options.builds:
        failures += Faults(place, title, *BUILDS[title]).tried(chance, options)
    return failures


class Faults:
    """All that can go wrong in one kind of build."""

    def __init__(self, place: Place, title: str, start: str, extra: list[str]) -> None:
        self.place, self.title, self.start, self.extra = place, title, start, extra
        self.own = threading.local()
        self.calls = self.traced()
        self.written = {call.path for call in self.calls if call.makes}
        self.planned = [
            (call, error) for call in self.calls
            for error in ERRORS[call.name] + (["KILL"] if call.name in KILLED else [])
            if not (extra and call.name == "renameat2")]

    def traced(self) -> list[Call]:
        """The calls of a build in which nothing fails."""
        folder = self.place.folder(self.start)
        log = folder.with_suffix(".trace")
        self.place.build(folder / "site", before=strace(log) + self.extra)
        found = calls_in(log, folder)
        shutil.rmtree(folder)
        log.unlink()
        return found

    def tried(self, chance: random.Random, options: argparse.Namespace) -> list[str]:
        chosen = self.planned if options.full else self.sample(chance)
        with ThreadPoolExecutor(options.workers) as pool:
            said = list(pool.map(lambda one: self.one(*one, options.end), chosen))
        done = [one for one, wrong in zip(chosen, said) if wrong not in (LATE, GONE)]
        calls = Counter(call.name for call in {call for call, _ in done})
        traced = Counter(call.name for call in {call for call, _ in self.planned})
        print(f"faults, {self.title}: {len(done)} injected of {len(chosen)} chosen of {len(self.planned)} possible, "
              f"{said.count(GONE)} at calls that a second trace lacks; at calls of those traced: "
              + ", ".join(f"{name} {calls[name]}/{traced[name]}" for name in traced), flush=True)
        failures = [f"{self.title}: {error} at {call.name} {call.number} ({call.text[:150]}): {wrong}"
                    for (call, error), wrong in zip(chosen, said) if wrong not in (None, LATE, GONE)]
        if said.count(GONE) > len(chosen) // 20:
            failures.append(f"{self.title}: {said.count(GONE)} chosen faults were at calls that a second trace lacks")
        if late := said.count(LATE):
            failures.append(f"{self.title}: {late} chosen faults were skipped, since time was up")
        return failures

    def sample(self, chance: random.Random) -> list[tuple[Call, str]]:
        """Of what happens once publishing begins, one fault of each kind of call and error, drawn by chance."""
        begin = next(index for index, call in enumerate(self.calls) if call.name in ("mkdir", "flock"))
        after = set(self.calls[begin - 3:])
        groups: dict[tuple[str, str, str], list[tuple[Call, str]]] = defaultdict(list)
        for call, error in self.planned:
            # Errors take the same way through the program, but for the one after which a call is made again.
            way = error if error in ("KILL", "EINTR") else ""
            groups[(*call.kind(), way) if call in after else (call.name, "before", "")].append((call, error))
        chosen = [chance.choice(group) for _, group in sorted(groups.items())]
        return chosen if self.title == "incremental" else chance.sample(chosen, min(14, len(chosen)))

    def one(self, call: Call, error: str, end: float | None) -> str | None:
        """What is wrong with a build in which one call failed; None if nothing is."""
        wrong = NOT_MADE
        # A file that changed within the clock's grain is read once more, so a build may make a call more or less.
        for _ in range(6):
            if end is not None and time.monotonic() > end:
                return LATE
            wrong = self.attempt(call, error)
            if wrong != NOT_MADE:
                return wrong
        key = (call.name, call.path, call.number)
        return wrong if key in {(one.name, one.path, one.number) for one in self.traced()} else GONE

    def attempt(self, call: Call, error: str) -> str | None:
        folder = self.folder()
        log = folder.with_suffix(".trace")
        try:
            outcome = self.place.build(folder / "site", before=faulty(log, folder, self.own.keys, call, error, self.extra))
            lines = log.read_text("utf-8", "replace").splitlines()
            if error == "KILL":
                if outcome.returncode not in (-9, 137):
                    return NOT_MADE
            elif not any(line.startswith(call.name + "(") and line.endswith("(INJECTED)") for line in lines):
                return NOT_MADE
            return self.judged(folder, call, error, outcome) or self.place.following(folder)
        except subprocess.TimeoutExpired:
            return "the build does not end"
        finally:
            log.unlink(missing_ok=True)

    def folder(self) -> Path:
        """A folder as it stands at the start: the thread's last one, if the build that failed there changed nothing.

        Each thread builds in one and the same path, so that what is kept bears the same names.
        """
        own = self.own
        if not hasattr(own, "name"):
            own.name = f"build-of-{next(self.place.numbers)}"
            folder = self.place.folder("no-op", name=own.name)
            own.keys = {path.name.partition(".")[2]: path.name.partition(".")[0] for path in (folder / "cache").iterdir()}
            shutil.rmtree(folder)
            own.print = None
        folder = self.place.root / own.name
        if own.print is None or self.place.fingerprint(folder) != own.print:
            shutil.rmtree(folder, ignore_errors=True)
            self.place.folder(self.start, name=own.name)
            own.print = self.place.fingerprint(folder)
        return folder

    def judged(self, folder: Path, call: Call, error: str, outcome: subprocess.CompletedProcess[str]) -> str | None:
        code, said = outcome.returncode, outcome.stderr.strip()
        state, allowed = self.place.stands(folder), {STARTS[self.start], "new"}
        # Without an exchange there is a moment without a site; the next build brings it back.
        if error == "KILL" and (folder / ".site.kesu" / "former").exists():
            allowed.add("none")
        if state not in allowed:
            return f"{state} stands, exit {code}: {said}"
        if error == "KILL":
            return None
        if code == 0:
            return None if state == "new" and self.harmless(call, error) else f"exit 0 while {state} stands"
        # The loader of programs has a code of its own.
        if code != 74 and not (code == 127 and "shared libraries" in said):
            return f"exit {code}: {said}"
        names = [path.rpartition("/")[2] for path in [call.path, *call.paths] if path not in ("", "BUILD")]
        names = [folder.name if name.startswith("build-") else name for name in names]
        names += [f"{self.own.keys.get(name.split('.')[1])}." for name in names if name.startswith("KEY.")]
        if names and not any(name in said for name in names):
            return f"the message names no path of {names}: {said}"
        return None

    def harmless(self, call: Call, error: str) -> bool:
        """Whether a build may go on and make the new site after all."""
        if error in ("EINTR", "EINVAL"):
            return True
        # What only read loses nothing by its closing.
        if call.name == "close" and call.path not in self.written:
            return True
        # Standard error is where a failure would be told.
        return not call.path.startswith("BUILD") or (call.name == "write" and call.text.startswith("2"))


LATE, GONE = "late", "gone"
