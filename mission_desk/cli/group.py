"""The command line as a whole: its options, the commands beside them, and the window where there is none."""

from __future__ import annotations

import errno
import locale
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from mission_desk import __version__
from mission_desk.cli import commands
from mission_desk.cli.loading import loading_problems
from mission_desk.cli.parts import LANGUAGE, do_without_screen
from mission_desk.cli.window import run
from mission_desk.core.file.errors import KnownError
from mission_desk.core.file.sqlite_errors import name_too_long
from mission_desk.grammar import SOURCE
from mission_desk.own_files import language_sentences
from mission_desk.words import set_screen_language, tr

INTERRUPTED = 130  # what a shell reports after Ctrl+C


class Sentence(click.ClickException):
    """A KnownError at the terminal: its sentence on one line of stderr, and exit code 1."""

    def show(self, file: Any = None) -> None:
        click.echo(" ".join(self.message.split()), err=True, file=file)


class DeskGroup(click.Group):
    """The commands; a first argument that is no command is taken for a file to open."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return commands.names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return commands.command(cmd_name)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in commands.names() or not _looks_like_file(args[0]):
            return super().resolve_command(ctx, args)
        return "open", commands.command("open"), args

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KnownError as error:
            raise Sentence(str(error)) from None
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except KeyboardInterrupt:
            # click would say "Aborted!", which sounds as if something was lost.
            ctx.exit(INTERRUPTED)
        except OSError as error:
            if error.errno == errno.ENAMETOOLONG:
                raise Sentence(str(name_too_long())) from None
            raise Sentence(_our_fault(error)) from None
        except Exception as error:
            raise Sentence(_our_fault(error)) from None


def _our_fault(error: Exception) -> str:
    """A sentence without the error's own text, which may quote the words of the room."""
    kind = type(error).__name__
    return tr("That did not work, and it is our fault ({kind}). No file was changed.", kind=kind)


@click.group(cls=DeskGroup, invoke_without_command=True, subcommand_metavar="[FILE | COMMAND [ARGS]...]")
@click.option("--sample", is_flag=True, help="Open a fresh copy of the sample workshop.")
@click.option(
    "--self-test",
    is_flag=True,
    help="Load everything, act, undo, print and draw; say what fails.",
)
@click.option("--lang", type=LANGUAGE, help="Language of the screen; the system's where it is not given.")
@click.version_option(__version__, prog_name="Mission Desk")
@click.pass_context
def main(ctx: click.Context, sample: bool, self_test: bool, lang: str | None) -> None:
    """A workshop on a projector: a service team finds its mission and takes it home as posters.

    Without a command the window opens: empty, with the sample, or with FILE (write ./show for a file that is
    named like a command).

    \b
    Example: mission-desk "Our day.mission"
    """
    speak_utf8()
    set_screen_language(lang or _system_language())
    if ctx.invoked_subcommand is not None:
        for sentence in language_sentences():  # a window says them itself
            click.echo(sentence, err=True)
        return
    if self_test:
        _test_self(ctx)
    else:
        ctx.exit(run(None, lang, sample=sample))


def speak_utf8() -> None:
    """Whatever the shell's locale says: a sentence with “quotation marks” must not end a command, and a JSON
    that is piped on is read as UTF-8."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _test_self(ctx: click.Context) -> None:
    do_without_screen()
    problems = loading_problems() or _acting_problems()
    click.echo("\n".join(problems) or tr("Everything works."))
    ctx.exit(1 if problems else 0)


def _acting_problems() -> list[str]:
    """What the self-test finds wrong. It is imported last: without a part of Qt its import fails."""
    from mission_desk.ui.app.selftest import self_test

    return self_test()


def _looks_like_file(argument: str) -> bool:
    """Whether the argument names a file: one that exists or is written like one. A mistyped command must not
    open a window."""
    return Path(argument).exists() or Path(argument).suffix != "" or len(Path(argument).parts) > 1


def _system_language() -> str:
    """The name of the system's locale, such as de_AT. Qt is not asked, because a command may have to print
    before any window is made."""
    settings = (os.environ.get(variable) for variable in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return (next(filter(None, settings), None) or locale.getlocale()[0] or SOURCE).split(".")[0]
