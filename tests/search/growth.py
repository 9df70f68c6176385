"""How the search grows: `python -m tests.search.growth 5 100 300 1000` measures dossiers of that many documents.

The documents are the dossier's own, one after the other, each copy with a part of its words changed, so that the vocabulary grows too.
"""

from __future__ import annotations

import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final

from generator.search.bundle import files
from generator.search.records import Record, RecordDocument, records
from generator.search.words import TOKEN
from tests.browser.conftest import chromium, serving
from tests.search import quality
from tests.support import ROOT

QUERIES: Final = (
    "terugkeer", "kustwacht Libië", "EASO", "smokkel", "wie betaalt terugkeer",
    "COM(2016) 385", "Syrische vluchtelingen", "hervestiging", "visumbeleid", "arbeidsmarkt",
)  # fmt: skip
_CHANGED: Final = 0.02
"""Share of the words that a copy has otherwise: new words come in about as fast in collections of official texts (Heaps' law)."""

_SYLLABLES: Final = ["ba", "de", "fi", "ko", "lu", "mer", "nat", "pol", "ris", "sten", "tor", "vang", "wijk", "zal", "grond", "haar"]

_SLOW: Final = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
"""Chrome's profile of a phone on slow 4G: milliseconds, bytes a second."""

_SLOWER: Final = 4
"""How many times slower a phone's processor is taken to be."""

TYPE: Final = """async (words) => {
  const field = document.querySelector("#site-zoekvraag");
  const lists = document.querySelector(".zoek--pagina .zoek__lijsten");
  lists.replaceChildren();
  const start = performance.now();
  const shown = new Promise((resolve) => {
    const seen = new MutationObserver(() => { if (lists.querySelector("a")) { seen.disconnect(); resolve(performance.now() - start); } });
    seen.observe(lists, { childList: true, subtree: true });
    setTimeout(() => resolve(-1), 60000);
  });
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return shown;
}"""


@dataclass(frozen=True, slots=True)
class Measured:
    """A dossier of a number of documents: what its index costs to make and to ask."""

    documents: int
    records: int
    seconds: float
    megabytes: int
    files: int
    size: int
    first_bytes: int
    first_requests: int
    tenth_bytes: int
    tenth_requests: int
    milliseconds: int
    slow_milliseconds: int


def grown(own: Sequence[Record], documents: int) -> Iterator[Record]:
    """The records of a dossier of a number of documents."""
    chance = random.Random(documents)  # noqa: S311 - the same numbers each time
    homes = list(dict.fromkeys(record.home for record in own if record.home))
    by_home = {home: [record for record in own if record.home == home] for home in homes}
    yield from (record for record in own if not record.home)
    for copy in range(documents):
        home = homes[copy % len(homes)]
        if copy < len(homes):
            yield from by_home[home]
            continue
        year = 2000 + copy % 25
        url = f"{home.url.rstrip('/')}-{copy}/"
        other = RecordDocument(url, f"{home.title} {copy}", f"{year}-{copy % 12 + 1:02}-{copy % 28 + 1:02}", home.language)
        yield from (_changed(record, other, chance) for record in by_home[home])


def _changed(record: Record, home: RecordDocument, chance: random.Random) -> Record:
    """Words of the same length take the place of some, so that every mention stays where it is."""
    text = TOKEN.sub(lambda match: _other(match.group(), chance), record.text)
    old = record.home.url if record.home else ""
    return replace(record, text=text, home=home, url=record.url.replace(old, home.url), key="", names=(), numbers=())


def _other(word: str, chance: random.Random) -> str:
    if len(word) < 6 or not word.islower() or chance.random() > _CHANGED:
        return word
    made = "".join(chance.choice(_SYLLABLES) for _ in word)
    return made[: len(word)]


def build(documents: int, target: Path) -> dict[str, Any]:
    """Make the index of a grown dossier in a folder; what that took."""
    found = tuple(grown(records(quality.findings_of_the_dossier()), documents))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    start = time.process_time()
    pages = files(found)
    seconds = time.process_time() - start
    for page in pages:
        path = target / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(page.content if isinstance(page.content, bytes) else page.content.encode())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return {
        "records": len(found),
        "seconds": round(seconds, 1),
        "megabytes": peak,
        "before": before,
        "files": len(pages),
        "size": sum(len(page.content) for page in pages),
    }


def ask(site: Path) -> dict[str, int]:
    """Ask ten questions on the page of results of a built site, in a browser that knows nothing yet."""
    with serving(site) as served, chromium() as browser:
        fetched: list[int] = []
        page = browser.new_page()
        page.on(
            "response", lambda answer: fetched.append(int(answer.headers.get("content-length", 0))) if "zoekindex" in answer.url else None
        )
        page.goto(f"{served.root}zoeken/")
        page.wait_for_load_state("networkidle")
        told: dict[str, int] = {}
        for nth, words in enumerate(QUERIES):
            if nth not in {0, len(QUERIES) - 1}:
                page.evaluate(TYPE, words)
                page.wait_for_load_state("networkidle")
                continue
            name = "tenth" if nth else "first"
            if nth:
                fetched.clear()
            told["milliseconds"] = round(page.evaluate(TYPE, words))
            page.wait_for_load_state("networkidle")
            told |= {f"{name}_bytes": sum(fetched), f"{name}_requests": len(fetched)}
        slow = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
        slow.goto(f"{served.root}zoeken/")
        slow.wait_for_load_state("networkidle")
        session = slow.context.new_cdp_session(slow)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", _SLOW)
        session.send("Emulation.setCPUThrottlingRate", {"rate": _SLOWER})
        told["slow_milliseconds"] = round(slow.evaluate(TYPE, QUERIES[0]))
        return told


def measure(documents: int) -> Measured:
    """Everything about one size; the index is made in a process of its own, so that its memory can be told."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        for name in ("assets", "zoeken", "404.html"):
            source = ROOT / "site" / name
            if source.is_dir():
                shutil.copytree(source, site / name)
            else:
                shutil.copy(source, site / name)
        command = [sys.executable, "-m", "tests.search.growth", "--build", str(documents), folder]
        made = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
        told = json.loads(made.stdout.splitlines()[-1])
        told.pop("before")
        return Measured(documents=documents, **told, **ask(site))


def main(arguments: Sequence[str]) -> int:
    """Measure the sizes that are asked for; a built site must be in site/."""
    if arguments[:1] == ["--build"]:
        sys.stdout.write(json.dumps(build(int(arguments[1]), Path(arguments[2]))) + "\n")
        return 0
    for size in arguments or ("5", "100", "300", "1000"):
        sys.stdout.write(json.dumps(asdict(measure(int(size)))) + "\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
