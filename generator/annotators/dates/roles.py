"""What a date is in its sentence: event, deadline, period, reference, statistic or publication; an ordered list of rules."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final, TypeAlias

from generator.annotators.dates.context import Context, words_of
from generator.annotators.dates.tense import happened
from generator.annotators.dates.vocabulary import cues
from generator.language.matching import alternatives

_ACT_NUMBER: Final = re.compile(r"[A-Z]{1,5}\s?\(\d{4}\)\s?\d+(?:/\d+)?(?:\s[a-zé]{5,10})?,?\s(?:(?:van|of|du|de|vom|dated)\s)?\Z")
"""The number of a Commission document right before its date: "COM(2015) 240 final van "."""

_AUTHOR: Final = re.compile(r"(?:[A-Z][\w.&-]{0,80}|\))\s\(\Z|[A-Za-z][\w.&-]{0,80},\s\Z")
"""What stands before the year of a publication: "OESO (", "Commissie, "."""

_JOURNAL: Final = re.compile(
    r"\b(?:PB|OJ|JO|ABl\.?|(?:Publicatieblad|Official\sJournal|Journal\sofficiel|Amtsblatt)(?:\s(?:van\sde|of\sthe|de\sl['’]|der)\s?[A-Z]\w+\s[A-Z]\w+)?)\s(?:(?:[Nn]r\.?|[Nn]o\.?|n°)\s)?[LCS]\s?\d+\s?[A-Z]?\s?,?\s(?:(?:van|of|du|vom)\s)?\Z"
)
"""The Official Journal right before its date: "PB L 348 van "."""

_JOURNAL_BEHIND: Final = re.compile(r"\A,?\s(?:[A-Z]{2}\s)?(?:Publicatieblad|Official Journal|Journal officiel|Amtsblatt)\b")
"""The Official Journal right behind its date, as at the head of its pages: "30.4.2004 NL Publicatieblad van …"."""

_JOURNAL_PAGE: Final = re.compile(
    r"(?:\A|\s)[LCS]\s?\d{1,4}[A-Z]?/\d{1,4}\s(?:[A-Z]{2}\s)?(?:Publicatieblad|Official\sJournal|Journal\sofficiel|Amtsblatt)\s(?:\w[\w'’]{0,30}\s){1,6}\Z"
)
"""A page and the name of the Official Journal right before its date, as at the head of its other pages: "L 261/28 NL Publicatieblad van … "."""

_RESOLUTION: Final = re.compile(r"\b[A-Z]\w+\s\d+\s\(\Z")
"""The number of a resolution right before its year: "Resolutie 2240 ("."""

_SIGNATURE: Final = re.compile(r"\A(?:Gedaan te|Done at|Fait à|Geschehen zu)\s[^,]+(?:,|\s) ?(?:(?:op|on|le|am|den) )?\Z")
_NAME_BEFORE: Final = re.compile(r"(?<![\w-])[A-Z][\w-]*\s\Z")
_REPORTED: Final = re.compile(
    r"""\b(?:over|betreft|bestrijkt|beslaat|beschrijft|behandelt|about|on|covers|describes|concerns|sur|couvre|concerne|über|betrifft|umfasst)\s
    (?:(?:de|het|the|la|les?|das|die|eerste|tweede|derde|vierde|first|second|third|fourth|premier|deuxième|erste|zweite|dritte|vierte
    |helft|kwartaal|halves|quarters|trimestres?|semestres?|Quartal|Halbjahr|Hälfte|half|jaar|jaren|years?|années|Jahre|periode|period
    |en|and|et|und|van|of|over|\d{4}(?:\sen)?)\s){0,12}\Z""",
    re.VERBOSE,
)
"""What stands between a report and the time that it is about: a dozen words at most, so that a long row of such words costs no square of time."""

_MONEY: Final = re.compile(r"EUR\b|euro\b|€")


_ARTICLE: Final = 3
"""Letters of an article of Dutch ("een"): a participle has more."""


@cache
def _act(language: str) -> re.Pattern[str]:
    """A noun for an act or a paper, at the end of a compound too ("Commissievoorstellen")."""
    nouns = alternatives(cues("act", language))
    return re.compile(rf"(?<![\w-])[\w-]*(?:{nouns})(?:l?en|ën|n|es|['’]?s)?\b", re.IGNORECASE)


@cache
def _act_before(language: str) -> re.Pattern[str]:
    """An act right before its year: "werkprogramma 2016"."""
    return re.compile(rf"(?:{_act(language).pattern})\s\Z", re.IGNORECASE)


@cache
def _of(language: str) -> re.Pattern[str]:
    """What stands between a noun and its date ("van", ","), with the days that go before it in a list."""
    joints = alternatives(cues("of", language))
    return re.compile(rf"(?:\b(?:{joints})\s(?:(?:de|het|the|den|dem)\s)?|,\s)(?:\d{{1,2}}(?:,|\s(?:en|and|et|und))\s)*\Z")


@cache
def _at(language: str) -> re.Pattern[str]:
    joints = alternatives(cues("at", language))
    return re.compile(rf"\b(?:{joints})\s\Z", re.IGNORECASE)


@cache
def _meeting(language: str) -> re.Pattern[str]:
    joints = alternatives(cues("of", language))
    return re.compile(rf"(?<![\w-])[\w-]*(?:{alternatives(cues('meeting', language))})\s(?:{joints})\s\Z", re.IGNORECASE)


def _of_document(c: Context) -> bool:
    return c.reading.shape == "note" or (c.own_date and (c.front or bool(_SIGNATURE.search(c.before))))


def _of_numbered_act(c: Context) -> bool:
    return any(number.search(c.before) for number in (_ACT_NUMBER, _JOURNAL, _JOURNAL_PAGE, _RESOLUTION)) or bool(
        _JOURNAL_BEHIND.match(c.after)
    )


def _of_named_act(c: Context) -> bool:
    """An act by its name ("mededeling van de Commissie van 4 mei 2011"): a noun for an act, and no verb between it and the date."""
    if c.reading.shape != "point":
        return False
    if c.reading.first.month is None and not c.reading.inferred and _act_before(c.language).search(c.before):
        return True
    if not _of(c.language).search(c.before):
        return False
    if c.before.endswith(", ") and not (c.note or c.after[:1] in {"", ".", ")"}):
        return False
    acts = list(_act(c.language).finditer(c.before))
    return bool(acts) and not words_of(c.before[acts[-1].end() :]) & (cues("verb", c.language) | cues("past", c.language))


def _of_made_act(c: Context) -> bool:
    """An act that is said to have been made then ("het in 2010 vastgestelde actieplan")."""
    if c.reading.shape != "point" or not _at(c.language).search(c.before):
        return False
    following = c.after.split()[:3]
    verbs = cues("verb", c.language) | cues("past", c.language)
    made = (
        bool(following) and len(following[0]) > _ARTICLE and following[0].endswith(("de", "te", "en", "ed")) and following[0] not in verbs
    )
    return made and any(_act(c.language).fullmatch(word.strip(".,;:")) for word in following[1:])


def _of_publication(c: Context) -> bool:
    """The year of a book or report in a note: "OESO (2018)", "(Commissie, 2019)", or a note that is a title and no sentence."""
    if not c.note or c.reading.shape not in {"point", "until"}:
        return False
    if c.reading.first.month is None and _AUTHOR.search(c.before) and c.after[:1] in {")", ",", "."}:
        return True
    if c.reading.first.month is None and c.before.count("(") > c.before.count(")") and "http" in c.after.partition(")")[0]:
        return True
    return not c.words & (cues("verb", c.language) | cues("past", c.language)) and not c.counted


def _of_title(c: Context) -> bool:
    """The last words of a line that is no sentence: "Toespraak over de staat van de Unie 2020"."""
    verbs = cues("verb", c.language) | cues("past", c.language)
    named = _NAME_BEFORE.search(c.before) and _act(c.language).search(c.before)
    return c.reading.shape == "point" and bool(named) and not c.words & verbs and not c.after.strip(" .")


def _of_quoted_title(c: Context) -> bool:
    """A date within the quoted title of a report."""
    opened = max(c.before.rfind("“"), c.before.rfind("«"), c.before.rfind("„"))
    return opened > max(c.before.rfind("”"), c.before.rfind("»")) and c.reading.shape == "point" and bool(_act(c.language).search(c.before))


def _of_meeting(c: Context) -> bool:
    """The day of a meeting that is named by it, whatever figures the sentence goes on to give: "de top van 25 oktober"."""
    return c.reading.first.day is not None and c.ahead <= 0 and bool(_meeting(c.language).search(c.before))


def _foretold(c: Context) -> bool:
    """A figure that is expected: "in 2050 zal de bevolking … 9,7 miljard mensen tellen"."""
    return c.ahead > 0 and c.counted and not _MONEY.search(c.clause) and c.has("measure") and not c.words & cues("duty", c.language)


def _to_be_done(c: Context) -> bool:
    """A time by which, until which, from which or at which something is to be done."""
    holds = _DUE.get(c.reading.shape)
    return holds is not None and holds(c)


def _due_by(c: Context) -> bool:
    return c.ahead > 0 or (c.ahead == 0 and not c.has("measure")) or c.now is None


def _due_until(c: Context) -> bool:
    return (c.ahead >= 0 and c.has("future")) or (c.ahead > 0 and c.reading.first.day is not None)


def _due_since(c: Context) -> bool:
    return c.ahead > 0 and bool(c.words & cues("duty", c.language))


def _due_at(c: Context) -> bool:
    known = c.now is not None or bool(c.words & cues("bound", c.language))
    return (c.ahead > 0 and not happened(c)) or (known and c.ahead == 0 and c.has("future") and not _told(c) and not _of_figure(c))


_DUE: Final[dict[str, Callable[[Context], bool]]] = {"by": _due_by, "until": _due_until, "since": _due_since, "point": _due_at}
"""By how a date is said, when something is to be done then."""


_BEHIND: Final = 60
"""Characters behind a date in which a verb can say that it has happened: in Dutch the participle comes at the end of its clause. Half of
it and twice as much do as well in our documents."""

_BEFORE: Final = 30
"""Characters before a date in which a verb can say so: fewer, as the verb before it may be that of another clause. Half of it and twice
as much do as well in our documents."""

_MEASURED: Final = 50
"""Characters on either side of a year by itself in which a word of measuring belongs to it: some seven words. Half of it and twice as
much do as well in our documents."""


def _of_figure(c: Context) -> bool:
    """Whether a year is that of a quantity about which nothing is decided."""
    return c.reading.first.month is None and not c.reading.inferred and c.counted and not c.words & cues("decided", c.language)


def _told(c: Context) -> bool:
    """Whether the words near the date say that it has happened."""
    near = words_of(c.after[:_BEHIND]) | words_of(c.before[-_BEFORE:]) | words_of(c.printed)
    return bool(near & cues("past", c.language))


def _counted(c: Context) -> bool:
    """The time of a figure: a quantity with a year, or words of measuring; a decision about an amount is none."""
    shape = c.reading.shape
    if shape in {"after", "years"} or (shape in {"since", "until"} and c.ahead > 0):
        return False
    if shape in {"since", "span"}:
        return c.counted and (c.has("measure") or not _MONEY.search(c.clause))
    return _is_measured(c)


def _is_measured(c: Context) -> bool:
    """Whether the time is that of a quantity, or a word of measuring stands near a year by itself."""
    measured, decided = c.has("measure"), bool(c.words & cues("decided", c.language))
    precise = c.reading.first.month is not None
    if not c.counted:
        return measured and not decided and not precise and _near_measure(c)
    return not decided or (measured and not precise)


def _near_measure(c: Context) -> bool:
    near = words_of(c.after[:_MEASURED]) | words_of(c.before[-_MEASURED:])
    return bool(near & cues("measure", c.language))


def _is_reported_on(c: Context) -> bool:
    """The time that a report is about: "het verslag gaat over de jaren 1994 en 1995"."""
    told = _REPORTED.search(c.before) if c.reading.first.day is None else None
    return told is not None and bool(_act(c.language).search(c.before[: told.start()]))


def _lasts(c: Context) -> bool:
    if c.reading.shape == "years":
        return not re.search(r"\b\w*cris[ie]s\s(?:van|of|de)\s\Z", c.before)
    return c.reading.shape in {"since", "after", "span", "decade", "until"}


Rule: TypeAlias = tuple[str, Callable[[Context], bool]]

# The first rule that holds decides; what none decides is an event.
RULES: Final[tuple[Rule, ...]] = (
    ("publication", _of_document),
    ("reference", _of_numbered_act),
    ("reference", _of_named_act),
    ("reference", _of_made_act),
    ("reference", _of_title),
    ("reference", _of_publication),
    ("reference", _of_quoted_title),
    ("event", _of_meeting),
    ("statistic", _foretold),
    ("deadline", _to_be_done),
    ("period", _is_reported_on),
    ("statistic", _counted),
    ("period", _lasts),
)


def role(context: Context) -> str:
    """The role of a date, by the first rule of `RULES` that applies to its sentence."""
    return next((name for name, holds in RULES if holds(context)), "event")
