"""Five questions that readers come with, each answered in at most three actions: on a phone and a desk, by mouse and by keyboard alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.dossier]

MOST = 3
"""Actions that an answer may cost."""

TABS = 250
"""Presses of the Tab key in which whatever can be used must be reached."""


@dataclass(slots=True)
class Reader:
    """Someone at the home page, with a mouse or with a keyboard; counts what they do."""

    page: Page
    hand: str
    actions: int = 0

    def _reach(self, target: Locator) -> None:
        """Press Tab until the target has the focus: what cannot be reached so is not there for who has no mouse."""
        expect(target).to_be_visible()
        for _ in range(TABS):
            if target.evaluate("element => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"not reached by the Tab key: {target}")

    def use(self, target: Locator) -> None:
        """One action: follow a link, open what is folded."""
        self.actions += 1
        if self.hand == "mouse":
            target.click()
        else:
            self._reach(target)
            self.page.keyboard.press("Enter")

    def choose(self, name: str, option: str) -> None:
        """One action: an option of a list, by its first letters; on a small screen one more, for the choices wait folded."""
        field = self.page.get_by_role("combobox", name=name)
        folded = self.page.locator(".keuze > summary")
        expect(folded).to_be_visible()
        if not field.is_visible():
            self.use(folded)
        self.actions += 1
        if self.hand == "mouse":
            field.select_option(label=next(said for said in field.locator("option").all_inner_texts() if said.startswith(option)))
        else:
            self._reach(field)
            self.page.keyboard.type(option)

    def goes_to(self, name: str) -> None:
        """One action: the way from the home page to another part of the site."""
        self.use(self.page.locator(".wegen").get_by_role("link", name=name))


@pytest.fixture(params=[(width, hand) for width in (390, 1280) for hand in ("mouse", "keyboard")], ids=lambda pair: f"{pair[0]}-{pair[1]}")
def reader(request: pytest.FixtureRequest, visit: Visitor) -> Reader:
    """A reader at the home page."""
    width, hand = request.param
    return Reader(visit("", width=width), hand)


def answered(reader: Reader) -> None:
    """Whether the answer came in time, on a page that fits the screen."""
    assert reader.actions <= MOST
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_how_the_words_about_return_changed(reader: Reader) -> None:
    reader.goes_to("Onderwerpen")
    reader.use(reader.page.get_by_role("link", name="Terugkeer en overname"))
    columns = reader.page.locator(".kolom")
    expect(columns.first).to_be_visible()
    assert [when[-4:] for when in columns.locator(".kolom__titel .wanneer").all_inner_texts()] == ["2008", "2011", "2016", "2020", "2023"]
    word = reader.page.locator(".woorden-door-de-tijd tr", has=reader.page.get_by_role("rowheader", name="irreguliere", exact=True))
    assert [re.sub(r"\D", "", said) for said in word.locator(".aantal").all_inner_texts()] == ["1", "36", "28", "2"]
    new, gone = (columns.nth(place).locator(".kolom__wissel dd").nth(row) for place, row in ((1, 0), (2, 1)))
    expect(new).to_contain_text("onregelmatige (1,0)")
    expect(gone).to_contain_text("onregelmatige (1,0)")
    lefts = {round(columns.nth(place).bounding_box()["x"]) for place in (0, 1)}  # type: ignore[index]
    assert len(lefts) == (2 if reader.page.evaluate("innerWidth") > 1000 else 1)
    answered(reader)


def test_which_countries_have_priority_and_says_who(reader: Reader) -> None:
    reader.goes_to("Groepen van landen")
    documents = reader.page.locator(".groepen__document")
    first = documents.filter(has=reader.page.get_by_role("heading", name="16 prioritaire landen"))
    expect(first.locator(".wanneer")).to_contain_text("2016")
    later = documents.filter(has=reader.page.get_by_role("heading", name="10 prioritaire landen"))
    expect(later.locator(".wanneer")).to_contain_text("2023")
    facts = later.locator(".groepen__verschil .feiten > div")
    came = facts.filter(has=reader.page.get_by_text("Erbij", exact=True)).get_by_role("link").all_inner_texts()
    assert sorted(came) == ["Bosnië en Herzegovina", "Egypte", "Irak", "Libië"]
    went = facts.filter(has=reader.page.get_by_text("Niet meer genoemd", exact=True)).get_by_role("link").all_inner_texts()
    assert len(went) == 10
    answered(reader)
    reader.use(later.locator("figcaption a").first)
    expect(reader.page.locator(":target")).to_have_text("Afghanistan")
    expect(reader.page.locator(":target")).to_be_in_viewport()
    answered(reader)


def test_what_the_commission_had_to_do_by_2016_and_what_became_of_it(reader: Reader) -> None:
    reader.goes_to("Termijnen")
    row = reader.page.get_by_role("row").filter(has_text="najaar van 2016").filter(has_text="een voorstel doen")
    expect(row).to_contain_text("Commissie")
    reader.use(row.get_by_role("link", name="uitgevoerd"))
    later = reader.page.locator(".toezegging:target .toezegging__later")
    expect(later).to_contain_text("instrumenten zoals het plan voor externe investeringen")
    expect(later).to_be_in_viewport()
    answered(reader)


def test_how_much_money_for_jordan(reader: Reader) -> None:
    reader.goes_to("Bedragen")
    reader.choose("Land", "Jordanië")
    expect(reader.page).to_have_url(re.compile(r"bedragen/\?land=JO$"))
    shown = reader.page.locator(".bedragen tbody tr:visible th a")
    assert sorted(shown.all_inner_texts()) == ["0,2 miljard EUR", "1 miljard EUR", "180 miljoen EUR", "2,4 miljard EUR", "637 miljoen EUR"]
    answered(reader)


def test_everything_promised_to_tunisia(reader: Reader) -> None:
    reader.goes_to("Toezeggingen")
    reader.choose("Land", "Tunesië")
    expect(reader.page).to_have_url(re.compile(r"toezeggingen/\?land=TN$"))
    shown = reader.page.locator(".toezegging:visible")
    assert shown.count() > 1
    assert reader.page.locator(".toezegging:visible:not([data-land~=TN])").count() == 0
    expect(reader.page.get_by_role("status").filter(has_text="getoond")).to_contain_text(f"{shown.count()} van de")
    answered(reader)
