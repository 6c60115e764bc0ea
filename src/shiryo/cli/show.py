"""Showing diagnostics and ending a command: what every command does in the same way."""

import functools
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from shiryo import characters, limits
from shiryo.cli.terminal import as_json as to_json
from shiryo.cli.terminal import hush, line, tell
from shiryo.diagnostics import Diagnostic, Diagnostics, Failed, Severity, diagnose
from shiryo.messages import wording
from shiryo.values import dataclass
from shiryo.workspace.files import of_error

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@dataclass(frozen=True)
class Show:
    """How much a command says, and in what form."""

    quiet: bool = False
    verbose: bool = False
    as_json: bool = False

    def diagnostics(self, found: Diagnostics, *, notes: bool = True) -> None:
        """Print ``found`` on standard error; with ``notes`` off notes are only counted."""
        shown = [
            d
            for d in found
            if d.severity is Severity.ERROR
            or (not self.quiet and (notes or self.verbose or d.severity is not Severity.NOTE))
        ]
        print_all(shown, as_json=self.as_json)
        hidden = len(found) - len(shown)
        if hidden and not (self.quiet or self.as_json):
            tell(wording("cli.said.hidden", count=hidden))

    @contextmanager
    def progress(self, steps: Sequence[str]) -> Iterator[Callable[[str], None]]:
        """Show a bar on a terminal while ``steps`` are gone through; yield what to tell each to."""
        if self.quiet or self.as_json or not (sys.stderr and sys.stderr.isatty()):
            yield lambda _step: None
            return
        bar: Any = click.progressbar(
            length=len(steps),
            file=sys.stderr,
            show_eta=False,
            item_show_func=lambda step: wording(f"cli.step.{step}") if step else None,
        )
        with bar:

            def begin(step: str) -> None:
                bar.update(steps.index(step) - bar.pos, step)

            yield begin
            bar.update(len(steps) - bar.pos)

    def say(self, text: str) -> None:
        """Print a line about how it goes on standard error."""
        if not (self.quiet or self.as_json):
            tell(line(text))

    def kept(self, backups: Sequence[Path]) -> None:
        """Say where what was overwritten by force is kept."""
        for path in backups:
            self.say(wording("cli.said.kept", path=path))


def print_all(found: Sequence[Diagnostic], *, as_json: bool = False) -> None:
    """Print diagnostics on standard error; click drops the colours where it is no terminal.

    For a person those of a code after the first `limits.SAME_DIAGNOSTICS` are summed up, and those
    after `limits.DIAGNOSTICS` in all, errors shown first.
    """
    if as_json:
        for diagnostic in found:
            tell(_json(diagnostic))
        return
    shown = list(_first_of_each(found))
    if len(shown) > limits.DIAGNOSTICS:
        grave = sorted(shown, key=lambda d: list(Severity).index(d.severity))[: limits.DIAGNOSTICS]
        kept = set(map(id, grave))
        shown = [d for d in shown if id(d) in kept]
    for diagnostic in shown:
        tell(_text(diagnostic))
    if left := len(found) - len(shown):
        tell(wording("cli.said.left", count=left))


def _first_of_each(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    seen = Counter[str]()
    for diagnostic in found:
        seen[diagnostic.code] += 1
        if seen[diagnostic.code] <= limits.SAME_DIAGNOSTICS:
            yield diagnostic


def _text(diagnostic: Diagnostic) -> str:
    where = line(f"{diagnostic.span}: ") if diagnostic.span else ""
    name = click.style(
        wording(f"cli.severity.{diagnostic.severity}"), fg=_COLOURS[diagnostic.severity], bold=True
    )
    code = click.style(f"[{diagnostic.code}]", dim=True)
    hint = f"\n    → {line(diagnostic.hint)}" if diagnostic.hint else ""
    return f"{where}{name}: {line(diagnostic.message)} {code}{hint}"


def _json(diagnostic: Diagnostic) -> str:
    span = diagnostic.span
    return to_json(
        {
            "code": diagnostic.code,
            "severity": diagnostic.severity.value,
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "file": span.file if span else None,
            "line": span.line if span else None,
            "last": span.last if span else None,
            "page": span.page if span else None,
        }
    )


def command(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command ``--quiet``, ``--verbose`` and ``--json``, and turn what it raises into words.

    The function gets a `Show` as its first argument; what it returns, where it is a number, is the
    exit code. Exit code 2 for every error.
    """

    @click.option("-q", "--quiet", is_flag=True, help=wording("cli.quiet"))
    @click.option("-v", "--verbose", is_flag=True, help=wording("cli.verbose"))
    @click.option("--json", "as_json", is_flag=True, help=wording("cli.json"))
    @functools.wraps(function)
    def run(*args: Any, quiet: bool, verbose: bool, as_json: bool, **kwargs: Any) -> Any:
        hush()
        show = Show(quiet, verbose, as_json)
        try:
            _refuse_odd(kwargs)
            return function(show, *args, **kwargs)
        except Failed as failure:
            show.diagnostics(failure.diagnostics)
            raise SystemExit(2) from None
        except (click.exceptions.Exit, click.ClickException, click.Abort):
            raise
        except BrokenPipeError:
            raise SystemExit(0) from None
        except Exception as error:
            if verbose:
                import traceback

                tell(characters.visible(traceback.format_exc()))
            show.diagnostics((of_error(error),))
            raise SystemExit(2) from None

    return run


def _refuse_odd(values: Mapping[str, Any]) -> None:
    """Raise Failed where a command cannot work: in no folder, on names that no text can hold."""
    try:
        os.getcwd()  # noqa: PTH109
    except OSError:
        raise Failed(diagnose("files.no-current-folder")) from None
    for value in values.values():
        if isinstance(value, str) and not value.isascii():
            try:
                value.encode()
            except UnicodeEncodeError:
                raise Failed(diagnose("files.name-not-utf8", path=value)) from None
