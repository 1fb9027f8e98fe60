"""Holds the rooms to their table: see tools/rooms.tsv, and `tools/check-rooms`, which starts this."""

import argparse
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass
class Room:
    """A row of the table, with sets resolved and `rooms` closed over what those rooms may import."""

    name: str
    folder: str
    rooms: set
    libraries: set
    system: set


class TableError(Exception):
    """The table contradicts itself; nothing can be checked with it."""


class Table:
    """The rooms by name, in the order of the rows."""

    def __init__(self, path):
        sets, rows, self.tests, self.trials = {}, [], {}, {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            kind, *fields = line.split("\t")
            if len(fields) != {"set": 2, "room": 5, "tests": 2, "trials": 2}.get(kind):
                raise TableError(f"{path.name}:{number}: not a row: {line!r}")
            if kind == "set":
                sets[fields[0]] = set(fields[1].split())
            elif kind == "tests":
                self.tests[fields[0]] = fields[1]
            elif kind == "trials":
                self.trials[fields[1]] = fields[0]
            else:
                rows.append((number, fields))

        def words(cell):
            found = set()
            for word in cell.split():
                if word.startswith("@"):
                    found |= sets[word]
                elif word != "-":
                    found.add(word)
            return found

        self.test_modules = sets["@tests"]
        self.rooms = {}
        # From the bottom up, so that what a row names is known already: an arrow that goes up is an error.
        for number, (name, folder, rooms, libraries, system) in reversed(rows):
            named = set(self.rooms) if rooms == "*" else words(rooms)
            if unknown := named - set(self.rooms):
                raise TableError(
                    f"{path.name}:{number}: {name} names {', '.join(sorted(unknown))}, which has no row below it"
                )
            below = set().union(named, *(self.rooms[other].rooms for other in named))
            self.rooms[name] = Room(name, folder, below, words(libraries), words(system))
        self.libraries = set().union(*(room.libraries for room in self.rooms.values()))
        self.declared = set(self.rooms) | self.libraries | set(self.trials.values())


# ---------------------------------------------------------------------------------------------------------------
# Imports of a Swift file

STRING = re.compile(r'(#*)("""|")')
IMPORT = re.compile(
    r"(?P<attributes>(?:@\w+(?:\([^)]*\))?\s+)*)"
    r"(?:(?:public|package|internal|fileprivate|private|open)\s+)?"
    r"(?<![\w.`])import\s+"
    r"(?:(?:typealias|struct|class|enum|protocol|let|var|func|actor|macro)\s+)?"
    r"`?(?P<module>\w+)`?"
)


def without_comments_and_strings(text):
    """The text with the inside of comments and of string literals blanked, line breaks kept."""
    out, place, end = [], 0, len(text)

    def blank(stop):
        out.append(re.sub(r"[^\n]", " ", text[place:stop]))
        return stop

    while place < end:
        if text.startswith("//", place):
            stop = text.find("\n", place)
            place = blank(end if stop < 0 else stop)
        elif text.startswith("/*", place):
            depth, stop = 1, place + 2  # Swift's comments nest.
            while depth and stop < end:
                if text.startswith("/*", stop):
                    depth, stop = depth + 1, stop + 2
                elif text.startswith("*/", stop):
                    depth, stop = depth - 1, stop + 2
                else:
                    stop += 1
            place = blank(stop)
        elif opening := STRING.match(text, place):
            place = blank(end_of_string(text, opening))
        else:
            out.append(text[place])
            place += 1
    return "".join(out)


def end_of_string(text, opening):
    """Where the string literal ends that `opening` begins; an interpolation may hold strings of its own."""
    hashes, quotes = opening.groups()
    closing, escape = quotes + hashes, "\\" + hashes
    place = opening.end()
    while place < len(text):
        if text.startswith(closing, place):
            return place + len(closing)
        if text.startswith(escape + "(", place):
            place, depth = place + len(escape) + 1, 1
            while depth and place < len(text):
                if inner := STRING.match(text, place):
                    place = end_of_string(text, inner)
                    continue
                depth += {"(": 1, ")": -1}.get(text[place], 0)
                place += 1
        elif text.startswith(escape, place):
            place += len(escape) + 1
        elif text[place] == "\n" and quotes == '"':
            return place  # Not a string after all (a quotation mark in a regex): go on with the next line.
        else:
            place += 1
    return place


def imports(path):
    """Each import of the file: line, module, and the attributes written before it."""
    code = without_comments_and_strings(path.read_text(encoding="utf-8"))
    for match in IMPORT.finditer(code):
        line = code.count("\n", 0, match.start("module")) + 1
        yield line, match["module"], match["attributes"].split()


# ---------------------------------------------------------------------------------------------------------------
# The checks

@dataclass
class Allowed:
    """What the files of one folder may import."""

    label: str
    rooms: set
    libraries: set
    system: set


class Checker:
    """Collects what stands against the table; `problems` is empty when the house is in order."""

    def __init__(self, root, table, manifest):
        self.root, self.table, self.problems = root, table, []
        self.targets = {target["name"]: target for target in manifest["targets"]}
        self.files = 0

    def check(self):
        for top in ("Sources", "Simulators"):
            for folder in sorted(p for p in (self.root / top).glob("*") if p.is_dir()):
                self.check_folder(folder)
        for folder in sorted(p for p in (self.root / "Tests").glob("*") if p.is_dir()):
            self.check_tests(folder)
        self.check_targets_have_a_row()

    def check_folder(self, folder):
        place = folder.relative_to(self.root).as_posix()
        if place == "Sources/CLibraries":
            for library in sorted(p for p in folder.iterdir() if p.is_dir()):
                self.check_library(library)
            return
        room = next((room for room in self.table.rooms.values() if room.folder == place), None)
        if room is None:
            self.problems.append(f"{place}: this folder has no row in tools/rooms.tsv")
            return
        self.check_files(folder, room.name, Allowed(room.name, room.rooms, room.libraries, room.system))

    def check_library(self, folder):
        place, name = folder.relative_to(self.root).as_posix(), folder.name
        if name not in self.table.libraries:
            self.problems.append(f"{place}: no room in tools/rooms.tsv may import {name}")
        for dependency in self.dependencies(name):
            self.problems.append(f"Package.swift: {name} is a C library and depends on {dependency}; it stands alone")
        for path in sorted(folder.rglob("*.swift")):
            self.problems.append(f"{path.relative_to(self.root)}: Swift in the folder of a C library")

    def check_tests(self, folder):
        place, name = folder.relative_to(self.root).as_posix(), folder.name.removesuffix("Tests")
        if place in self.table.trials:
            self.check_files(folder, self.table.trials[place], Allowed(name, set(), set(), self.table.test_modules))
            return
        room = self.table.rooms.get(self.table.tests.get(name, name))
        if room is None or not folder.name.endswith("Tests"):
            self.problems.append(f"{place}: these are the tests of no room in tools/rooms.tsv")
            return
        system = room.system | self.table.test_modules | set(self.table.trials.values())
        allowed = Allowed(f"the tests of {room.name}", room.rooms | {room.name}, room.libraries, system)
        self.check_files(folder, folder.name, allowed)

    def check_files(self, folder, target, allowed):
        place = folder.relative_to(self.root).as_posix()
        if target not in self.targets:
            self.problems.append(f"Package.swift: no target {target} for {place}")
        elif (path := self.targets[target].get("path")) != place:
            self.problems.append(f"Package.swift: target {target} has the path {path}, not {place}")
        declared = set(self.dependencies(target))
        for dependency in sorted(declared):
            if reason := self.refusal(dependency, allowed):
                self.problems.append(f"Package.swift: target {target} depends on {dependency}: {reason}")
        for path in sorted(folder.rglob("*.swift")):
            self.files += 1
            for line, module, attributes in imports(path):
                where = f"{path.relative_to(self.root)}:{line}"
                if reason := self.refusal(module, allowed):
                    self.problems.append(f"{where}: import {module}: {reason}")
                elif module not in declared and module in self.table.declared:
                    self.problems.append(f"{where}: import {module}: target {target} does not declare it in Package.swift")
                if "@testable" in attributes:
                    self.problems.append(f"{where}: @testable does not compile in the one release build; use package access")
                if "@_exported" in attributes:
                    self.problems.append(f"{where}: @_exported hands {module} on to rooms that may not import it")

    def refusal(self, module, allowed):
        """Why the module may not be imported there, or None where it may."""
        if module in self.table.rooms:
            if module in allowed.rooms:
                return None
            may = ", ".join(sorted(allowed.rooms)) or "no room"
            return f"{allowed.label} may import {may}"
        if module in allowed.libraries or module in allowed.system:
            return None
        if module in self.table.libraries or module not in self.all_system():
            may = ", ".join(sorted(allowed.libraries)) or "no package and no C library"
            return f"{allowed.label} may import {may}"
        may = ", ".join(sorted(allowed.system)) or "no module of the system, Foundation neither"
        return f"{allowed.label} may import {may}"

    def all_system(self):
        return set().union(self.table.test_modules, *(room.system for room in self.table.rooms.values()))

    def dependencies(self, target):
        """The names of what a target declares; a product of a package by the product's name."""
        for dependency in self.targets.get(target, {}).get("dependencies", []):
            for kind in ("byName", "target", "product"):
                if kind in dependency:
                    yield dependency[kind][0]

    def check_targets_have_a_row(self):
        for name, target in sorted(self.targets.items()):
            folder = target.get("path") or f"Sources/{name}"
            if not folder.startswith(("Sources/", "Simulators/", "Tests/")):
                self.problems.append(f"Package.swift: target {name} lies in {folder}, outside Sources, Simulators and Tests")
            elif not (self.root / folder).is_dir():
                self.problems.append(f"Package.swift: target {name} lies in {folder}, which is not there")


def manifest_of(root, swift):
    """Package.swift as JSON, as the package manager understands it."""
    ran = subprocess.run(
        [swift, "package", "--package-path", str(root), "dump-package"],
        capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False,
    )
    if ran.returncode != 0:
        sys.exit(f"check-rooms: Package.swift cannot be read:\n{ran.stderr.strip()}")
    return json.loads(ran.stdout)


def main():
    parser = argparse.ArgumentParser(prog="tools/check-rooms", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parent.parent, help="the clone to check")
    parser.add_argument("--swift", default="swift", help="the Swift that reads Package.swift")
    parser.add_argument("--manifest", type=Path, help="what `swift package dump-package` printed, instead of asking it")
    parser.add_argument("--self-test", action="store_true", help="prove that each kind of wrong import is seen")
    given = parser.parse_args()

    if given.self_test:
        from check_rooms_self_test import self_test

        return self_test(given.root, given.swift)
    try:
        table = Table(given.root / "tools" / "rooms.tsv")
    except TableError as error:
        print(f"check-rooms: {error}", file=sys.stderr)
        return 1
    manifest = json.loads(given.manifest.read_text()) if given.manifest else manifest_of(given.root, given.swift)
    checker = Checker(given.root, table, manifest)
    checker.check()
    for problem in checker.problems:
        print(problem, file=sys.stderr)
    if checker.problems:
        print(f"check-rooms: {len(checker.problems)} against tools/rooms.tsv", file=sys.stderr)
        return 1
    print(f"check-rooms: {checker.files} files, every import allowed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
