"""The command line: the only place that prints, and the only one that decides an exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NoReturn, Protocol, TypeAlias

from rich.console import Console

from generator import annotators, build, export
from generator.commands import add as adding
from generator.commands import comparison, inspection, register
from generator.commands import glossary as glossary_commands
from generator.commands import theme as theme_commands
from generator.commands.report import report
from generator.inputs import sources
from generator.model import Knowledge, Problem, Severity, UnreadableError
from generator.output.typesetting import TypesettingError
from generator.output.writing import Report, WritingError
from generator.progress import watching
from generator.readers import opened, read
from generator.serve import AddressError, serve
from generator.settings import Settings
from generator.words import say

FINE: Final = 0
"""The exit code of a command that did what it was asked and found nothing wrong (POSIX: zero for success)."""

WRONG_CONTENT: Final = 1
"""The exit code where the inputs could be read and something in them is wrong: 1, as tools that check texts have it."""

UNUSABLE: Final = 2
"""The exit code of wrong use, or of an input that cannot be read; 2, as argparse has it for wrong use."""

EXPECTED: Final = (WritingError, UnreadableError, TypesettingError)
"""What stops a command and is told in one line."""

_LAST_PORT: Final = 65535
"""The highest port of TCP, whose ports are numbers of sixteen bits (RFC 9293, 3.1)."""


class HelpGroup(Protocol):
    """A heading in the help of a command with what is listed below it, arguments or options; the part of `argparse` that this module uses."""

    def add_argument(self, *flags: str, **facts: Any) -> object:
        """List one more argument or option, as `argparse.ArgumentParser.add_argument` takes them."""


Taker: TypeAlias = Callable[[HelpGroup], object]

_EXAMPLES: Final = """\
voorbeelden:
  python -m generator build                     maak alle pagina's van de site
  python -m generator check                     controleer de teksten en hun beschrijvingen
  python -m generator serve                     toon de site op http://127.0.0.1:8000 terwijl u eraan werkt
  python -m generator add nota.pdf              voeg een document toe, met een eerste beschrijving
  python -m generator convert nota.pdf --report toon hoe een document gelezen wordt, zonder het toe te voegen
  python -m generator convert seeds/tekst.txt   toon één document als JSON
  python -m generator convert tekst.txt --format markdown > tekst.md
  python -m generator glossary new TAMM         maak een begrip met wat de documenten erover zeggen
  python -m generator glossary worklist         toon welke begrippen nog ontbreken
  python -m generator theme new visumbeleid     maak een onderwerp met citaten uit de documenten
  python -m generator register --update         leg vast welke adressen de site heeft
  python -m generator compare oud nieuw         toon wat een wijziging doet met de pagina's
  python -m generator inspect                   bekijk de gebouwde site op wat geen pagina mag hebben

afsluitcode: 0 alles goed, 1 er is iets mis met de inhoud, 2 verkeerd gebruik of onleesbare invoer
"""

_DUTCH: Final = (
    ("the following arguments are required: ", say("commands.missing_arguments")),
    ("unrecognized arguments: ", say("commands.unrecognized")),
    ("invalid choice: ", say("commands.argparse_invalid_choice")),
    ("choose from ", say("commands.argparse_choose_from")),
    ("expected one argument", say("commands.one_value_expected")),
    ("ignored explicit argument ", say("commands.value_ignored")),
    ("argument ", "bij "),
)
"""Argparse's own messages; the last is a word of the others, so it comes last."""


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line: what it does, what it takes, and what runs it."""

    name: str
    what: str
    run: Callable[[argparse.Namespace], int]
    arguments: Taker | None = None
    options: Taker | None = None


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(self, usage: str | None, actions: Iterable[argparse.Action], groups: Iterable[object], prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)  # type: ignore[arg-type] # the groups are argparse's own


class _Parser(argparse.ArgumentParser):
    """Speaks Dutch, also about mistakes; takes no shortened options, so that a new one never changes an old command."""

    def __init__(self, prog: str | None = None, description: str = "", epilog: str | None = None) -> None:
        super().__init__(prog, description=description, epilog=epilog, formatter_class=_Formatter, add_help=False, allow_abbrev=False)

    def add_options(self, take: Taker | None = None) -> None:
        """Add the help option, and the options that `take` adds to the group it is given."""
        group = self.add_argument_group("opties")
        group.add_argument("-h", "--help", action="help", help=say("commands.help_option_help"))
        if take:
            take(group)

    def error(self, message: str) -> NoReturn:
        """Write the message in Dutch, with how to get help, to standard error, and exit with `UNUSABLE`."""
        for english, dutch in _DUTCH:
            message = message.replace(english, dutch)
        self.exit(UNUSABLE, say("commands.usage_error", prog=self.prog, message=message))


def parser() -> argparse.ArgumentParser:
    """The parser of the command line: a subparser for each command, with its arguments and options."""
    top = _Parser("python -m generator", say("commands.about"), _EXAMPLES)
    commands = top.add_subparsers(title="opdrachten", required=True, metavar="opdracht", parser_class=_Parser)
    top.add_options()
    for command in COMMANDS:
        words = commands.add_parser(command.name, help=command.what, description=f"{command.what[0].upper()}{command.what[1:]}.")
        if command.arguments:
            command.arguments(words.add_argument_group("argumenten"))
        words.add_options(command.options)
        words.set_defaults(run=command.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in the arguments (those of the process by default) and return its exit code: `FINE`, `WRONG_CONTENT` or `UNUSABLE`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except EXPECTED as error:
        return _refuse(str(error))
    except KeyboardInterrupt:
        return _refuse(say("commands.interrupted"))


def _convert(options: argparse.Namespace) -> int:
    document = annotators.annotate(read(opened(sources.read_seed(options.file))), Knowledge())
    if options.report:
        return _hand_over("".join(f"{line}\n" for line in report(document)))
    spell = export.document_json if options.format == "json" else export.document_markdown
    return _hand_over(spell(document))


def _add(options: argparse.Namespace) -> int:
    settings = _settings(options)
    answer = adding.add(options.file, settings.seeds)
    _tell(answer.problems)
    told = _hand_over("".join(f"{line}\n" for line in answer.lines))
    return told or (UNUSABLE if any(problem.severity is not Severity.TODO for problem in answer.problems) else FINE)


def _hand_over(content: str) -> int:
    """Write to standard output; whoever stops reading, as `head` does, has had enough."""
    try:
        sys.stdout.write(content)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return FINE
        return _refuse(say("commands.output_failed", reason=error.strerror))
    return FINE


def _check(options: argparse.Namespace) -> int:
    with watching(Console(stderr=True)) as watch:
        dossier = build.check(_settings(options), watch)
    _tell(dossier.problems)
    todo = sum(problem.severity is Severity.TODO for problem in dossier.problems)
    print(say("commands.summary", documents=len(dossier.documents), errors=len(dossier.problems) - todo, todo=todo))
    return UNUSABLE if dossier.unreadable else WRONG_CONTENT if dossier.wrong else FINE


def _build(options: argparse.Namespace) -> int:
    with watching(Console(stderr=True)) as watch:
        report, problems = build.build(_settings(options), watch)
    _tell(problems)
    if report is None:
        return _refuse(say("commands.nothing_written_unreadable"))
    print(say("commands.write_counts", written=report.written, unchanged=report.unchanged, removed=report.removed))
    return WRONG_CONTENT if any(problem.severity is not Severity.TODO for problem in problems) else FINE


def _glossary(options: argparse.Namespace) -> int:
    return _act(options, "glossary", glossary_commands.ACTIONS, "begrip")


def _theme(options: argparse.Namespace) -> int:
    return _act(options, "theme", theme_commands.ACTIONS, "onderwerp")


def _act(options: argparse.Namespace, command: str, actions: Iterable[glossary_commands.Action], what: str) -> int:
    """Run one of the actions of a command for contributors; `what` is what some of them are about."""
    action = next(action for action in actions if action.name == options.action)
    if action.takes_term != bool(options.term):
        return _refuse(
            f"{command} {action.name}: "
            + (say("commands.name_one", what=what) if action.takes_term else say("commands.no_value_taken_by", what=what))
        )
    settings = _settings(options)
    with watching(Console(stderr=True)) as watch:
        dossier = build.gather(settings, watch)
    if dossier.unreadable:
        _tell(dossier.problems)
        return UNUSABLE
    asked = glossary_commands.Request(options.term or "", settings.seeds, dossier.documents, dossier.knowledge, dossier.problems)
    answer = action.run(asked)
    _tell(answer.problems)
    told = _hand_over("".join(f"{line}\n" for line in answer.lines))
    return told or (WRONG_CONTENT if any(problem.severity is not Severity.TODO for problem in answer.problems) else FINE)


def _register(options: argparse.Namespace) -> int:
    settings = _settings(options)
    with watching(Console(stderr=True)) as watch:
        dossier = build.gather(settings, watch)
        if dossier.wrong:
            _tell(dossier.problems)
            return _refuse(say("commands.mend_problems_first"))
        answer = register.run(
            settings.seeds, dossier.knowledge.register, build.published(dossier), update=options.update, moved=options.moved
        )
    _tell(answer.problems)
    return _hand_over("".join(f"{line}\n" for line in answer.lines)) or (WRONG_CONTENT if answer.problems else FINE)


def _compare(options: argparse.Namespace) -> int:
    for folder in (options.old, options.new):
        if not folder.is_dir():
            return _refuse(say("commands.no_pages_folder", folder=folder))
    return _hand_over(comparison.compare(options.old, options.new))


def _inspect(options: argparse.Namespace) -> int:
    if not options.site.is_dir():
        return _refuse(say("commands.no_site_folder", site=options.site))
    problems = inspection.inspect(options.site)
    _tell(problems)
    wrong = sum(problem.severity is not Severity.TODO for problem in problems)
    print(say("commands.problem_counts", errors=wrong, todo=len(problems) - wrong))
    return WRONG_CONTENT if wrong else FINE


def _serve(options: argparse.Namespace) -> int:
    host, port = options.address
    print(f"de site staat op http://{host}:{port} zodra zij gebouwd is; stop met Ctrl+C", flush=True)
    try:
        serve(_settings(options), options.address, _tell_build, _tell_failure)
    except AddressError as error:
        return _refuse(say("commands.address_unusable", host=host, port=port, error=error))
    except OSError as error:
        return _refuse(say("commands.build_failed", reason=error.strerror))
    except KeyboardInterrupt:
        return FINE
    return FINE


def _tell_failure(error: Exception) -> None:
    """That a build stopped, while the site is served."""
    if isinstance(error, EXPECTED):
        print(error, file=sys.stderr, flush=True)
    else:
        traceback.print_exception(error)
    print(say("commands.site_not_rebuilt"), file=sys.stderr, flush=True)


def _tell_build(report: Report | None, problems: Iterable[Problem], seconds: float) -> None:
    """How a build went, while the site is served."""
    _tell(problems)
    done = say("commands.served_pages", written=report.written) if report else say("commands.served_nothing_written")
    print(f"{done} ({seconds:.1f} s)", flush=True)


def _settings(options: argparse.Namespace) -> Settings:
    if not options.seeds.is_dir():
        sys.exit(_refuse(say("commands.no_seeds_folder", seeds=options.seeds)))
    return Settings(options.seeds, getattr(options, "docs", Settings().docs), paper=getattr(options, "pdf", False))


def _tell(problems: Iterable[Problem]) -> None:
    """The problems on standard error, a line each; what is only work to be done says so."""
    for problem in problems:
        print(say("commands.still_to_do", problem=problem) if problem.severity is Severity.TODO else problem, file=sys.stderr)


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return UNUSABLE


def _take_seeds(group: HelpGroup) -> None:
    group.add_argument("--seeds", type=Path, default=Settings().seeds, metavar="MAP", help=say("commands.seeds_option_help"))


def _take_folders(group: HelpGroup) -> None:
    _take_seeds(group)
    group.add_argument("--docs", type=Path, default=Settings().docs, metavar="MAP", help=say("commands.docs_option_help"))


def _take_build(group: HelpGroup) -> None:
    _take_folders(group)
    group.add_argument("--pdf", action="store_true", help=say("paper.option"))


def _take_site(group: HelpGroup) -> None:
    group.add_argument("--site", type=Path, default=Path("site"), metavar="MAP", help=say("commands.site_option_help"))


def _take_address(group: HelpGroup) -> None:
    _take_folders(group)
    group.add_argument(
        "--address",
        type=_address,
        default=("127.0.0.1", 8000),
        metavar="ADRES",
        help=say("commands.address_option_help"),
    )


def _address(text: str) -> tuple[str, int]:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal() or int(port) > _LAST_PORT:
        message = say("commands.not_an_address", text=repr(text))
        raise argparse.ArgumentTypeError(message)
    return host, int(port)


def _take_file(group: HelpGroup) -> None:
    group.add_argument("file", type=Path, metavar="BESTAND", help=say("commands.file_help"))


def _take_document(group: HelpGroup) -> None:
    group.add_argument("file", type=Path, metavar="BESTAND", help=say("commands.add_file_help"))


def _take_action(group: HelpGroup) -> None:
    names = tuple(action.name for action in glossary_commands.ACTIONS)
    told = "; ".join(f"{action.name}: {action.what}" for action in glossary_commands.ACTIONS)
    group.add_argument("action", choices=names, metavar="WAT", help=told)
    group.add_argument("term", nargs="?", metavar="BEGRIP", help=say("commands.glossary_term_help"))


def _take_theme_action(group: HelpGroup) -> None:
    names = tuple(action.name for action in theme_commands.ACTIONS)
    told = "; ".join(f"{action.name}: {action.what}" for action in theme_commands.ACTIONS)
    group.add_argument("action", choices=names, metavar="WAT", help=told)
    group.add_argument("term", nargs="?", metavar="ONDERWERP", help=say("commands.theme_term_help"))


def _take_moves(group: HelpGroup) -> None:
    group.add_argument("--update", action="store_true", help=say("commands.update_option_help"))
    group.add_argument(
        "--moved",
        nargs=2,
        action="append",
        default=[],
        metavar=("OUD", "NIEUW"),
        help=say("commands.moved_option_help"),
    )
    _take_seeds(group)


def _take_trees(group: HelpGroup) -> None:
    group.add_argument("old", type=Path, metavar="OUD", help=say("commands.before_help"))
    group.add_argument("new", type=Path, metavar="NIEUW", help=say("commands.after_help"))


def _take_format(group: HelpGroup) -> None:
    group.add_argument("--format", choices=("json", "markdown"), default="json", help=say("commands.format_option_help"))
    group.add_argument("--report", action="store_true", help=say("commands.report_option_help"))


COMMANDS: Final = (
    Command("build", say("commands.build_help"), _build, options=_take_build),
    Command("check", say("commands.check_help"), _check, options=_take_seeds),
    Command("serve", say("commands.serve_help"), _serve, options=_take_address),
    Command("add", say("commands.add_help"), _add, arguments=_take_document, options=_take_seeds),
    Command("convert", say("commands.convert_help"), _convert, arguments=_take_file, options=_take_format),
    Command("glossary", say("commands.glossary_help"), _glossary, arguments=_take_action, options=_take_seeds),
    Command("theme", say("commands.theme_help"), _theme, arguments=_take_theme_action, options=_take_seeds),
    Command("register", say("commands.register_help"), _register, options=_take_moves),
    Command("compare", say("commands.compare_help"), _compare, arguments=_take_trees),
    Command("inspect", say("commands.inspect_help"), _inspect, options=_take_site),
)


if __name__ == "__main__":
    sys.exit(main())
