"""How full each row is: a row that left room for the next word ends a paragraph, whatever the typeface."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from generator.readers.pieces.hyphens import is_conjunction
from generator.readers.pieces.shape import ends_sentence, starts_lower
from generator.readers.printed.text.rows import Row
from generator.readers.printed.text.width import METRICS, Metric, first_word, width

_WINDOW: Final = 8
"""The measure is taken from so many rows on either side: type sizes differ between text, boxes and lists."""

_COLUMN: Final = 0.6
"""Rows set apart that fill at least this part of the measure are a column of their own, and not just short lines. With half of it two of
the texts of tests/held and the seeds are read otherwise."""

_RAISED_DIGIT: Final = 330
"""A footnote's marker takes this much of the row it was taken out of."""

_SAMPLE: Final = 3000
"""Rows by which a typeface is known: some sixty pages, and more would only cost time."""

_LEAST_NOISE: Final = 0.008
"""Part of the measure: however well the typeface fits, a text may be set a little tight."""

_MOST_NOISE: Final = 0.03
"""Part of the measure: however badly the typeface fits, a wide gap is a gap."""

_OUTLIERS: Final = 0.02
"""The part of the rows that are left out in judging a typeface: e-mail addresses, formulas, rows wrongly put together."""

_USUAL: Final = 0.8
"""The part of the full rows whose slack counts as noise; the others stand in narrower columns, such as lists. With half of it one of the
texts of tests/held and the seeds is read otherwise."""


_SEVERAL: Final = 1.2
"""A row is no wider than others by more than this, unless it holds several."""

_FILLED: Final = 0.8
"""Ragged rows fill at least this part of the measure. With half of it one of the texts of tests/held and the seeds is read otherwise."""

_SLIGHT: Final = 0.05
"""Rows differ by about so much in their natural width; so little on a last row is none. The texts of tests/held and the seeds read alike
with half of it and with twice as much."""


class Fullness:
    """How much of the measure each row leaves empty, in the typeface that explains the ends of rows best, and how far that can be trusted."""

    def __init__(self, rows: tuple[Row, ...], plain: tuple[str, ...]) -> None:
        """Chooses the typeface and measures every row once."""
        self.rows, self.plain = rows, plain
        self._whole = not any(before.endswith("-") and not is_conjunction(first_word(after)) for before, after in pairwise(plain))
        self._inside = tuple(self._inner_rows())
        self._usual_of: Metric | None = None
        self._usual_width = 0
        fits = [(self._misfit(metric), place, metric) for place, metric in enumerate(METRICS)]
        self._metric = min(fits, key=lambda fit: fit[:2])[2]
        self._widths = self._row_widths(self._metric, range(len(rows)))
        self._measures = self._column_measures()
        self.noise = self._noise()

    def slack(self, index: int) -> float:
        """The part of the measure left empty on a row if the next row's first word had been set on it."""
        return self._slack(index, self._metric, self._widths[index], self._measures[index])

    def fills(self, index: int) -> bool:
        """Whether a row is about as wide as the widest near it, whatever column white space sets apart."""
        return self._widths[index] >= _FILLED * max(self._widths[max(0, index - _WINDOW) : index + _WINDOW + 1])

    def _slack(self, index: int, metric: Metric, filled: int, measure: int) -> float:
        word = first_word(self.plain[index + 1], whole=self._whole)
        return (measure - filled - width(f" {word}", metric)) / max(1, measure)

    def _inner_rows(self) -> Iterator[int]:
        """Rows that must be full: the sentence goes on below them."""
        for index, (before, after) in enumerate(pairwise(self.plain)):
            goes_on = self.rows[index + 1].relation == "normal" and starts_lower(after) and not ends_sentence(before)
            if goes_on and len(before) > 1:
                yield index

    def _row_widths(self, metric: Metric, indices: range | tuple[int, ...]) -> list[int]:
        """The widths of rows; of a row that holds several, because their hyphens were resolved, that of the last."""
        return [_last_row(filled, self._usual(metric)) for filled in self._whole_widths(metric, indices)]

    def _usual(self, metric: Metric) -> int:
        """How wide full rows are, if some rows hold several; else 0."""
        if metric is not self._usual_of:
            self._usual_of = metric
            inside = sorted(self._whole_widths(metric, self._inside[:_SAMPLE]))
            usual = inside[len(inside) // 2] if inside else 0
            alike = bool(inside) and inside[len(inside) // 4] >= _FILLED * usual
            self._usual_width = usual if alike and inside[-1] > _SEVERAL * usual else 0
        return self._usual_width

    def _whole_widths(self, metric: Metric, indices: range | tuple[int, ...]) -> list[int]:
        return [width(self.plain[i], metric) + _RAISED_DIGIT * _cut(self.rows[i], self.plain[i]) for i in indices]

    def _misfit(self, metric: Metric) -> float:
        """How much room a typeface leaves on rows that were full, on the average."""
        sample = self._inside[:_SAMPLE]
        if not sample:
            return 0.0
        widths = self._row_widths(metric, sample)
        slacks = []
        for place, index in enumerate(sample):
            measure = max(widths[max(0, place - _WINDOW) : place + _WINDOW + 1])
            slacks.append(max(0.0, self._slack(index, metric, widths[place], measure)))
        kept = sorted(slacks)[: max(1, round(len(slacks) * (1 - _OUTLIERS)))]
        return round(sum(kept) / len(kept), 4)

    def _column_measures(self) -> list[int]:
        """For each row the width of the widest row near it, or of its own narrow column if white space sets that apart."""
        count = len(self.rows)
        near = [max(self._widths[max(0, i - _WINDOW) : i + _WINDOW + 1]) for i in range(count)]
        bounds = [i for i, row in enumerate(self.rows) if row.relation in {"start", "separated"}]
        for first, after in pairwise([*bounds, count]):
            widest = max(self._widths[first:after])
            if after - first > 1 and widest >= _COLUMN * near[first]:
                near[first:after] = [min(measure, widest) for measure in near[first:after]]
        return near

    def _noise(self) -> float:
        """The slack that rows show although they are full; more than this means something."""
        slacks = sorted(max(0.0, self.slack(i)) for i in self._inside[:_SAMPLE])
        worst = slacks[round((len(slacks) - 1) * _USUAL)] if slacks else _MOST_NOISE
        return min(_MOST_NOISE, max(_LEAST_NOISE, worst))


def _last_row(filled: int, usual: int) -> int:
    """How far the last of several rows run together is filled, one of them being `usual` wide."""
    if not usual or filled <= _SEVERAL * usual:
        return filled
    rest = filled % usual
    return rest if rest > _SLIGHT * usual else usual


def _cut(row: Row, plain: str) -> int:
    """About how many characters of a row are markers: the difference in length."""
    return max(0, len(" ".join(row.text.split())) - len(plain))
