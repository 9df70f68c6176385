"""The words of templates and scripts: two files written from the catalogues, every name in them, and no words elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

import pytest

from generator.settings import LANGUAGE
from generator.words import FALLBACK, catalogue
from tests.words.interface import (
    OF_SCRIPTS,
    OF_TEMPLATES,
    SCRIPTS,
    TEMPLATES,
    names_of_scripts,
    names_of_templates,
    strays_of_script,
    strays_of_template,
)

_POLICY: Final = "policy.html"
"""The Content Security Policy is a language of its own."""

_TEMPLATES_HEAD: Final = """{#- Written from generator/words/*/templates.po: `pytest tests/words --update-golden`. Change the words there, not here. -#}
"""

_SCRIPTS_HEAD: Final = """// Written from generator/words/*/scripts.po: `pytest tests/words --update-golden`. Change the words there, not here.

/** The language of the page, which its words are in. */
export const LANGUAGE = document.documentElement.lang;

const plural = new Intl.PluralRules(LANGUAGE);
const number = new Intl.NumberFormat(LANGUAGE);

/** The words of a message with its values in their braces; numbers are written as the language does, and `count` chooses between one and many. */
export function say(name, values = {}) {
  return form(name, values).replace(BRACES, (_, key) => written(values[key]));
}

/** The words of a message as a list, in which each value is a list of words and elements. */
export function pieces(name, values) {
  return form(name, values).split(BRACES).flatMap((part, nth) => (nth % 2 ? values[part] : part ? [part] : []));
}

function form(name, { count }) {
  const words = WORDS[name];
  return typeof words === "string" ? words : words[plural.select(count) === "one" ? 0 : 1];
}

const written = (value) => (typeof value === "number" ? number.format(value) : value);

const BRACES = /\\{(\\w+)\\}/g;

export const WORDS = Object.freeze({
"""


def _words(domain: str) -> dict[str, tuple[str, ...]]:
    """The messages of a domain by name without it, in the order of their names."""
    found = {**catalogue(FALLBACK), **catalogue(LANGUAGE)}
    return {name.removeprefix(f"{domain}."): found[name] for name in sorted(found) if name.startswith(f"{domain}.")}


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _of_templates() -> str:
    return _TEMPLATES_HEAD + "".join(f"{{% set {name} = {_quoted(forms[0])} %}}\n" for name, forms in _words("templates").items())


def _of_scripts() -> str:
    rows = (
        f"  {name}: {_quoted(forms[0]) if len(forms) == 1 else '[' + ', '.join(map(_quoted, forms)) + ']'},\n"
        for name, forms in _words("scripts").items()
    )
    return f"{_SCRIPTS_HEAD}{''.join(rows)}}});\n"


@pytest.mark.parametrize("path", [OF_TEMPLATES, OF_SCRIPTS], ids=lambda path: path.name)
def test_the_file_of_words_is_what_the_catalogue_says(path: Path, *, update_golden: bool) -> None:
    expected = _of_templates() if path == OF_TEMPLATES else _of_scripts()
    if update_golden:
        path.write_text(expected, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == expected


def test_every_message_that_templates_and_scripts_name_is_there() -> None:
    assert sorted((names_of_templates() | names_of_scripts()) - set(catalogue(LANGUAGE))) == []


@pytest.mark.parametrize("domain", ["templates", "scripts"])
def test_a_name_is_one_that_templates_and_scripts_can_write(domain: str) -> None:
    assert [name for name in _words(domain) if not name.isidentifier()] == []


def test_words_of_templates_stand_in_text_and_attributes_alike() -> None:
    assert {name: forms for name, forms in _words("templates").items() if len(forms) > 1 or set(forms[0]) & set('<>&"')} == {}


@pytest.mark.parametrize("path", [path for path in TEMPLATES if path.name != _POLICY], ids=lambda path: path.name)
def test_no_words_stand_in_a_template(path: Path) -> None:
    assert strays_of_template(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_words_stand_in_a_script(path: Path) -> None:
    assert strays_of_script(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "template",
    [
        "<p>Lees verder</p>",
        "<p><kbd>Esc</kbd> sluit</p>",
        '<a{% if x %} class="y"{% endif %} title="Naar boven">{{ words.up }}</a>',
        '<input placeholder="zoek">',
        '{% set heading = "Niets te zien" if x else "" %}',
        "{{ words.up | replace(\"{link}\", '<a href=\"' ~ url ~ '\">Verder</a>') }}",
    ],
)
def test_words_in_a_template_are_found(template: str) -> None:
    assert len(strays_of_template(template)) == 1


@pytest.mark.parametrize(
    "script",
    [
        'said.textContent = "Niets gevonden";',
        "button.title = 'Sluiten';",
        "line.append(`${shown} regels`);",
        'line.append(`${n} ${n === 1 ? "ander woord" : many}`);',
        'made.append(element("p", "zoek__ook", ["Zie ook: ", link]));',
    ],
)
def test_words_in_a_script_are_found(script: str) -> None:
    assert len(strays_of_script(script)) == 1


@pytest.mark.parametrize(
    "script",
    [
        "// Niets dan een opmerking",
        'const list = page.querySelectorAll("main ul li");',
        'made.append(element("p", "knop knop--klein", [say("found", { count })]));',
        'const clean = text.replace(/"[a z]+"/g, "");',
        'if (event.key === "Escape") hide();',
        "card.style.left = `${left + scrollX}px`;",
    ],
)
def test_what_is_for_machines_in_a_script_is_not_taken_for_words(script: str) -> None:
    assert strays_of_script(script) == []
