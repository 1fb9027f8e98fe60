"""Breaks scratch copies of the clone in every way that check_rooms.py knows, and sees each refused with its reason."""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from check_rooms import manifest_of

# What is appended to which file, and what the check must say of it.
WRONG_IMPORTS = [
    ("a room above", "Sources/Quantities", "import Billing", "import Billing: Quantities may import no room"),
    ("a room beside", "Sources/Billing", "import Wording", "import Wording: Billing may import GasPhysics, Quantities"),
    ("a simulator", "Sources/MeterVision", "import MeterCore", "import MeterCore: MeterVision may import Quantities"),
    ("a package", "Sources/Billing", "import Yams", "import Yams: Billing may import no package and no C library"),
    ("a package unknown to the table", "Sources/endeks", "import Vapor", "import Vapor: endeks may import"),
    ("a C library", "Sources/MeterVision", "import CCairo", "import CCairo: MeterVision may import CJPEG"),
    ("Foundation in a pure room", "Sources/Billing", "import Foundation", "import Foundation: Billing may import no module"),
    ("half of Foundation", "Sources/Wording", "import FoundationEssentials", "import FoundationEssentials: Wording may"),
    ("the system's C library", "Simulators/MeterCore", "import Glibc", "import Glibc: MeterCore may import no module"),
    ("the test library", "Sources/endeks", "import Testing", "import Testing: endeks may import"),
    ("public import", "Sources/Quantities", "public import Billing", "import Billing: Quantities may import no room"),
    ("package import", "Sources/Quantities", "package import Billing", "import Billing: Quantities may import no room"),
    ("internal import", "Sources/Quantities", "internal import Billing", "import Billing: Quantities may import no room"),
    ("@testable", "Tests/QuantitiesTests", "@testable import Quantities", "@testable does not compile"),
    ("@_exported", "Sources/Billing", "@_exported import GasPhysics", "@_exported hands GasPhysics on"),
    ("attribute on its own line", "Sources/Quantities", "@preconcurrency\nimport Billing", "import Billing: Quantities"),
    ("one declaration", "Sources/Quantities", "import struct Billing.Invoice", "import Billing: Quantities may import"),
    ("a submodule", "Sources/Billing", "import Foundation.NSData", "import Foundation: Billing may import no module"),
    ("after a semicolon", "Sources/Quantities", "let x = 1; import Billing", "import Billing: Quantities may import"),
    ("in backticks", "Sources/Quantities", "import `Billing`", "import Billing: Quantities may import no room"),
    ("inside #if", "Sources/Quantities", "#if canImport(Billing)\nimport Billing\n#endif", "import Billing: Quantities"),
    ("after a comment", "Sources/Quantities", "/* a /* b */ */ import Billing", "import Billing: Quantities may import"),
    ("after a string", "Sources/Quantities", 'let s = "\\("a") // "; import Billing', "import Billing: Quantities may"),
    ("by a test, a room above its own", "Tests/QuantitiesTests", "import Billing", "the tests of Quantities may import"),
    ("what tests share, by a room", "Sources/Billing", "import Trials", "import Trials: Billing may import no package"),
    ("a room, by what tests share", "Tests/Trials", "import Billing", "import Billing: Trials may import no room"),
    ("by a test, a C library", "Tests/BillingTests", "import CCairo", "import CCairo: the tests of Billing may import"),
]

# What looks like an import and is none, or is an allowed one.
RIGHT_LINES = [
    ("in a comment", "Sources/Quantities", "// import Billing\n/* /* */ import Billing */"),
    ("in a string", "Sources/Quantities", 'let a = "import Billing"\nlet b = """\nimport Billing\n"""\nlet c = #"""\n" import Billing\n"""#'),
    ("a member of that name", "Sources/Quantities", "let d = Kind.import\nlet e = x.import\nimportBilling()"),
    ("a room below", "Sources/Billing", "public import GasPhysics\npackage import struct Quantities.Money"),
    ("a C library of the room", "Sources/MeterVision", "import CJPEG"),
]


def scratch_copy(root, into):
    """A copy of what the check looks at."""
    for top in ("Sources", "Simulators", "Tests"):
        shutil.copytree(root / top, into / top, ignore=lambda folder, names: [
            name for name in names if Path(folder, name).is_file() and not name.endswith(".swift")])
    (into / "tools").mkdir()
    shutil.copy(root / "tools" / "rooms.tsv", into / "tools")
    shutil.copy(root / "Package.swift", into)
    return into


def self_test(root, swift):
    """0 where every wrong copy is refused for the right reason and every right one passes."""
    failures, tried = [], 0
    with tempfile.TemporaryDirectory(prefix="endeks-rooms-") as folder:
        base = scratch_copy(root, Path(folder) / "base")
        manifest = Path(folder) / "manifest.json"
        manifest.write_text(json.dumps(manifest_of(root, swift)))

        def expect(name, copy, status, message, *arguments):
            nonlocal tried
            tried += 1
            ran = subprocess.run(
                [sys.executable, "-B", str(Path(__file__).with_name("check_rooms.py")),
                 "--root", str(copy), "--swift", swift, *arguments],
                capture_output=True, text=True, check=False)
            output = ran.stdout + ran.stderr
            if ran.returncode != status or message not in output:
                failures.append(f"{name}: exit {ran.returncode} instead of {status}, or without {message!r}:\n{output}")

        def copied(change):
            copy = Path(folder) / "copy"
            if copy.exists():
                shutil.rmtree(copy)
            shutil.copytree(base, copy)
            change(copy)
            return copy

        def with_file(place, text):
            def change(copy):
                (copy / place / "Scratch.swift").write_text(text + "\n")
            return copied(change)

        known = ("--manifest", str(manifest))
        expect("the clone as it is", base, 0, "every import allowed", *known)
        for name, place, text, message in WRONG_IMPORTS:
            expect(name, with_file(place, text), 1, message, *known)
        for name, place, text in RIGHT_LINES:
            expect(name, with_file(place, text), 0, "every import allowed", *known)

        undeclared = Path(folder) / "undeclared.json"
        targets = json.loads(manifest.read_text())
        for target in targets["targets"]:
            target["dependencies"] = [] if target["name"] == "MeterVisionTests" else target["dependencies"]
        undeclared.write_text(json.dumps(targets))
        expect("allowed but not declared", with_file("Tests/MeterVisionTests", "import Quantities"), 1,
               "import Quantities: target MeterVisionTests does not declare it", "--manifest", str(undeclared))

        def new_room(copy):
            (copy / "Sources" / "Utils").mkdir()
        expect("a folder without a row", copied(new_room), 1, "Sources/Utils: this folder has no row", *known)

        def new_library(copy):
            (copy / "Sources" / "CLibraries" / "CSecret").mkdir()
        expect("a C library without a room", copied(new_library), 1, "no room in tools/rooms.tsv may import CSecret", *known)

        def arrow_up(copy):
            table = copy / "tools" / "rooms.tsv"
            row = "room\tQuantities\tSources/Quantities\t-"
            text = table.read_text()
            assert row in text
            table.write_text(text.replace(row, row[:-1] + "Billing"))
        expect("an arrow that goes up", copied(arrow_up), 1, "Quantities names Billing, which has no row below it", *known)

        def declared(copy):
            package = copy / "Package.swift"
            text, old = package.read_text(), 'room("Quantities")'
            assert old in text
            package.write_text(text.replace(old, 'room("Quantities", ["Wording", yams])'))
        expect("a wrong dependency in Package.swift", copied(declared), 1, "target Quantities depends on Wording: Quantities may")
        expect("a wrong package in Package.swift", copied(declared), 1, "target Quantities depends on Yams: Quantities may")

    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"check-rooms: {tried - len(failures)} of {tried} scratch copies judged as they should be")
    return 1 if failures else 0
