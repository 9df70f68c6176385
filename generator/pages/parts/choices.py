"""Choices above a list: a form that a script shows and works (assets/js/keuze.js); each choice is kept in the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.language import dutch
from generator.output.markdown import tag, text
from generator.words import say


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: its name in the address and in the items' `data-` attributes, its label, and its options: value and words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


def panel(name: str, title: str, choices: Iterable[Choice], one: str, many: str) -> str:
    """The form for the list with the id `name`, hidden until the script is there, and the line that says how much is shown."""
    fields = "".join(_field(choice) for choice in choices if choice.options)
    if not fields:
        return ""
    clear = tag("button", say("choices.clear"), type="reset", class_="knop knop--klein")
    form = tag("form", fields + clear, class_="filter", aria_label=title, data_keuze=name, data_een=one, data_meer=many)
    said = tag("p", "", class_="aantal keuze__stand", id=f"{name}-stand", role="status")
    return tag("details", tag("summary", text(title)) + form, class_="keuze", hidden=True, open=True) + "\n\n" + said


def _field(choice: Choice) -> str:
    listed = tag("option", "alle", value="") + "".join(tag("option", text(words), value=value) for value, words in choice.options)
    return tag("label", tag("span", text(choice.label)) + tag("select", listed, name_=choice.name))


def option_label(words: str, number: int) -> str:
    """The words of an option with how many items it leaves."""
    return f"{words} ({dutch.number(number)})"
