"""A dossier in which every place where someone can write something holds what would run, if it ever became more than text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Final

from tests.conftest import build_site, copy_tree
from tests.support import write_all

CALL: Final = "raak(1)"
"""What every vector tries to call; a browser test listens for it."""

ELSEWHERE: Final = "elders.example"
"""A host that no page may ask for anything."""

_IMAGE: Final = f"<img src=x onerror={CALL}>"
_ELEMENTS: Final = (
    _IMAGE,
    f"<script>{CALL}</script>",
    f"<script src=//{ELSEWHERE}/x.js></script>",
    f'"><svg/onload={CALL}>',
    f"' autofocus tabindex=0 onfocus={CALL} x='",
    f"</title><script>{CALL}</script>",
    f"</script><script>{CALL}</script>",
    f"</textarea></style></noscript></dialog>{_IMAGE}",
    f"--> {_IMAGE} <!--",
    f"]]> {_IMAGE} <![CDATA[",
    f"<details open ontoggle={CALL}>",
    f'<iframe srcdoc="<script>parent.{CALL}</script>">',
    f"<iframe src=javascript:parent.{CALL}>",
    f"<object data=javascript:{CALL}>",
    f"<style>@import '//{ELSEWHERE}/x.css';</style>",
    f"<link rel=stylesheet href=//{ELSEWHERE}/x.css>",
    f'<meta http-equiv=refresh content="0;url=//{ELSEWHERE}/">',
    f"<base href=//{ELSEWHERE}/>",
    f"<img src=//{ELSEWHERE}/x.png>",
    f"<form action=javascript:{CALL}><input autofocus onfocus={CALL}>",
    f'<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror={CALL}&gt;">',
    f'<noscript><p title="</noscript><img src=x onerror={CALL}>">',
    f"<svg><animate onbegin={CALL} attributeName=x dur=1s>",
    f"<video><source onerror={CALL}></video>",
    f"<body onload={CALL} onpageshow={CALL}>",
    f"<p style=animation-name:x onanimationstart={CALL}>",
    f"<<img/src/onerror={CALL}>",
    f"<scr<script>ipt>{CALL}</scr</script>ipt>",
    "<img src=x onerror=raak&lpar;1&rpar;>",
    f"<xmp><p title='</xmp>{_IMAGE}'>",
    "<a id=site-zoekvenster name=site-bericht>",
)
_NOTATION: Final = (
    f"[lees](javascript:{CALL})",
    f"<javascript:{CALL}>",
    f"[lees](<javascript:{CALL}> 'x')",
    f"[lees][ref] [ref]: javascript:{CALL}",
    f"![beeld](x){{ onerror={CALL} }}",
    f"woord{{: onclick={CALL} autofocus tabindex=0 onfocus={CALL} }}",
    f"{{ #x onmouseover={CALL} }}",
    f'<div markdown="1">{_IMAGE}</div>',
    f"[^1]: {_IMAGE}",
    f"*[EKF]: {_IMAGE}",
    f"`{_IMAGE}` ``` {_IMAGE}",
    f"\\{_IMAGE}",
    f"{{{{ 7*7 }}}} {{% raw %}}{_IMAGE}{{% endraw %}}",
    f"| a | {_IMAGE} |",
    f"==={_IMAGE}=== ??? {_IMAGE}",
    escape(_IMAGE),
    escape(escape(_IMAGE)),
    "&#60;img src=x onerror=raak&#40;1&#41;&#62;",
    "\\u003cimg src=x onerror=raak(1)\\u003e %3Cimg%20src=x%20onerror=raak(1)%3E",
    f"javascript:{CALL}//",
    f'": {_IMAGE} #',
    f"- {_IMAGE}: [{_IMAGE}, {{a: {_IMAGE}}}] !!python/name:os.system",
    f"${{{CALL}}} <mark>{_IMAGE}</mark>",
)
_BREAKING: Final = (0x7F, 0x80, 0x85, 0x92, 0x9F, 0xAD, 0x202E, 0x2028, 0x2029, 0xFDD0, 0xFEFF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x1F600)
"""Characters at which something on the way may stop reading, or begin a line."""

VECTORS: Final = (
    *_ELEMENTS,
    *_NOTATION,
    *(f"{chr(sign)}---{chr(sign)}{chr(sign)} {_IMAGE}" for sign in _BREAKING),
)

_LONGEST_TERM: Final = 80
"""Characters that the schema of the glossary allows."""

_COUNTRIES: Final = (
    ("tn", "Tunesië"), ("ma", "Marokko"), ("eg", "Egypte"), ("ml", "Mali"), ("ne", "Niger"), ("et", "Ethiopië"), ("sn", "Senegal"),
    ("ng", "Nigeria"), ("jo", "Jordanië"), ("lb", "Libanon"), ("tr", "Turkije"), ("af", "Afghanistan"), ("gh", "Ghana"), ("ly", "Libië"),
)  # fmt: skip


def _text(number: int, spell: str) -> str:
    """A document with the spell in its title, headings, running text, items and notes, beside all that the site looks for."""
    country = _COUNTRIES[number % len(_COUNTRIES)][1]
    return "\n\n".join(
        [
            f"MEDEDELING {number} {spell}",
            f"1. INLEIDING {spell}",
            f"De Raad gaf in {country} op {1 + number % 28} maart 2016 samen 3 miljoen EUR {spell} aan HF{number} {spell}, zegt Kustfonds{number}.1",
            f"Uiterlijk op 31 december 2017 moet de Commissie {spell} een verslag over Richtlijn 2013/32/EU indienen.",
            f"- een punt met {spell} erin, zie punt 2;",
            f"- {spell}",
            f"2. SLOT {spell}",
            f"Het Hooge Fonds ({spell}) en de VWX{number} {spell} kregen 12,5 miljoen euro in 2018 {spell}.",
            f"1 Zie COM(2015) 240 final {spell} van 13 mei 2015.",
            "",
        ]
    )


def _markdown(number: int, spell: str) -> str:
    return (
        f"# Nota {number} {spell}\n\nDe Raad gaf 5 miljoen EUR {spell} in 2015.[^1]\n\n## Kop {spell}\n\n> {spell}\n\n"
        f"1. {spell}\n2. Zie [{spell}](https://example.org/) en **{spell}**.\n\n[^1]: Noot {spell}\n"
    )


def _quoted(spell: str) -> str:
    """A value for YAML; characters that no description may hold are left out, so that the rest gets through."""
    kept = "".join(sign for sign in spell if not (0x7F <= ord(sign) < 0xA0 or ord(sign) & 0xFFFE == 0xFFFE))
    return json.dumps(kept, ensure_ascii=all(sign <= "\uffff" for sign in kept))


def _sidecar(number: int, spell: str) -> str:
    facts = "".join(f"{key}: {_quoted(f'{key} {spell}')}\n" for key in ("title", "short_title", "number", "institution", "kind"))
    return f'id: stuk-{number}\n{facts}date: "2016-03-{1 + number % 28:02}"\nweb: https://example.org/?q={number}\n'


def _entry(number: int, spell: str) -> str:
    """The spell in the name where it fits, in the meaning, in another name and in the text."""
    name = f"HF{number} {spell}"
    names = (name, f"Kustfonds{number}") if len(name) <= _LONGEST_TERM else (f"Kustfonds{number}", name)
    said = _quoted(f"fonds {number} {spell}")
    head = f"term: {_quoted(names[0])}\nkind: fund\nsenses:\n  - expansion: {said}\naliases: [{_quoted(names[1])}]\ntranslations: {{ en: {said} }}\n"
    return f"---\n{head}---\nHet fonds {escape(spell)} betaalt havens. {escape(spell)}\n"


def _event(number: int, spell: str) -> str:
    return f'---\nname: {_quoted(f"Top {number} {spell}")}\ndate: "2016-03-{1 + number % 28:02}"\nphrases: [Raad]\n---\nEen top {escape(spell)}.\n'


def _files() -> Iterator[tuple[str, str]]:
    for number, spell in enumerate(VECTORS):
        yield f"stuk-{number}.txt", _text(number, spell)
        yield f"stuk-{number}.yml", _sidecar(number, spell)
        yield f"glossary/kustfonds{number}.md", _entry(number, spell)
        yield f"events/top-{number}.md", _event(number, spell)
        if number % 8 == 0:
            yield f"nota-{number}.md", _markdown(number, spell)
        if number % 12 == 0 and "/" not in spell:
            yield f"{spell}.txt", _text(number, spell)
    for (code, _), spell in zip(_COUNTRIES, VECTORS, strict=False):
        yield f"countries/{code}.md", f"---\nevidence: []\n---\nEen land {escape(spell)}.\n"
    yield "pages/home.md", f"# Welkom {_IMAGE}\n\n" + "\n\n".join(f"Over {spell} gaat dit." for spell in VECTORS)


def build(tree: Path) -> Path:
    """The site of the hostile dossier, built in an empty folder as any other; fails where the generator or MkDocs does."""
    copy_tree(tree, seeds=False)
    write_all(tree / "seeds", dict(_files()))
    build_site(tree)
    return tree / "site"
