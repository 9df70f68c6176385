"""The command line: the only place that prints, and the only one that decides an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from generator import annotators, build, export, sources
from generator.model import Knowledge, Problem, Severity
from generator.readers import read
from generator.settings import Settings
from generator.writing import WritingError

FINE: Final = 0
WRONG_CONTENT: Final = 1
UNUSABLE: Final = 2

_EXAMPLES: Final = """\
voorbeelden:
  python -m generator build                     maak alle pagina's van de site
  python -m generator check                     controleer de teksten en hun beschrijvingen
  python -m generator convert seeds/tekst.txt   toon één document als JSON
  python -m generator convert tekst.txt --format markdown > tekst.md

afsluitcode: 0 alles goed, 1 er is iets mis met de inhoud, 2 verkeerd gebruik of onleesbare invoer
"""


class _Parser(argparse.ArgumentParser):
    """Speaks Dutch, also about mistakes."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command, and exit with status 2."""
        self.exit(UNUSABLE, f"{self.prog}: {_dutch(message)}\nProbeer: {self.prog} --help\n")

    def format_usage(self) -> str:
        """The usage line."""
        return super().format_usage().replace("usage:", "gebruik:", 1)

    def format_help(self) -> str:
        """The whole help text."""
        return super().format_help().replace("usage:", "gebruik:", 1)


def _dutch(message: str) -> str:
    """Argparse's own messages, translated."""
    phrases = (
        ("the following arguments are required:", "deze argumenten ontbreken:"),
        ("unrecognized arguments:", "onbekende argumenten:"),
        ("invalid choice:", "geen geldige keuze:"),
        ("(choose from", "(kies uit"),
        ("expected one argument", "hier hoort een waarde achter"),
        ("argument", "argument"),
    )
    for english, dutch in phrases:
        message = message.replace(english, dutch)
    return message


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = _Parser(
        prog="python -m generator",
        description="Maakt van officiële documenten een site van gekoppelde Markdown-pagina's.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
    )
    _add_help(top)
    top._positionals.title = "opdrachten"  # noqa: SLF001 - argparse has no public way to translate its headings
    commands = top.add_subparsers(dest="command", required=True, metavar="opdracht", parser_class=_Parser)
    for name, what in (("build", "maak alle pagina's van de site"), ("check", "controleer alles wat erin gaat")):
        command = commands.add_parser(name, help=what, description=f"{what.capitalize()}.", add_help=False)
        _add_help(command)
        command.add_argument("--seeds", type=Path, default=Settings().seeds, metavar="MAP", help="map met de teksten")
        if name == "build":
            command.add_argument("--docs", type=Path, default=Settings().docs, metavar="MAP", help="map voor de pagina's")
    convert = commands.add_parser("convert", help="toon één document", description="Toon één document.", add_help=False)
    _add_help(convert)
    convert.add_argument("file", type=Path, metavar="BESTAND", help="de tekst van het document")
    convert.add_argument("--format", choices=("json", "markdown"), default="json", help="vorm van de uitvoer (anders: json)")
    return top


def _add_help(command: argparse.ArgumentParser) -> None:
    command._optionals.title = "opties"  # noqa: SLF001 - argparse has no public way to translate its headings
    command._positionals.title = "argumenten"  # noqa: SLF001
    command.add_argument("-h", "--help", action="help", help="toon deze uitleg")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went."""
    options = parser().parse_args(arguments)
    try:
        if options.command == "convert":
            return _convert(options.file, options.format)
        if not options.seeds.is_dir():
            return _refuse(f"{options.seeds}: deze map bestaat niet; geef met --seeds een map met teksten op")
        if options.command == "check":
            return _check(Settings(seeds=options.seeds))
        return _build(Settings(options.seeds, options.docs))
    except WritingError as error:
        return _refuse(str(error))
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        return _refuse("afgebroken; de oude pagina's zijn heel gebleven")


def _convert(path: Path, form: str) -> int:
    try:
        document = annotators.annotate(read(sources.read_seed(path)), Knowledge())
    except sources.UnreadableError as error:
        return _refuse(str(error))
    spell = export.document_json if form == "json" else export.document_markdown
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr] - stdout is a text stream here
    sys.stdout.write(spell(document))
    sys.stdout.flush()
    return FINE


def _check(settings: Settings) -> int:
    dossier = build.gather(settings)
    _tell(dossier.problems)
    wrong = sum(problem.severity is not Severity.TODO for problem in dossier.problems)
    todo = len(dossier.problems) - wrong
    print(f"{len(dossier.documents)} documenten gelezen; fouten: {wrong}; nog te doen: {todo}")
    return UNUSABLE if dossier.unreadable else WRONG_CONTENT if dossier.wrong else FINE


def _build(settings: Settings) -> int:
    report, problems = build.build(settings)
    _tell(problems)
    if report is None:
        return _refuse("er is niets geschreven, omdat een bestand niet te lezen is")
    print(f"geschreven: {report.written}; ongewijzigd: {report.unchanged}; verwijderd: {report.removed}")
    return WRONG_CONTENT if any(problem.severity is not Severity.TODO for problem in problems) else FINE


def _tell(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(f"{problem.severity}: {problem}", file=sys.stderr)


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return UNUSABLE


if __name__ == "__main__":
    sys.exit(main())
