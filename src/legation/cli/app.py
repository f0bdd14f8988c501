"""The commands, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from legation import __version__
from legation.cli import (
    add,
    brief,
    check,
    cite,
    datasets,
    document,
    events,
    ledger,
    panel,
    pull,
    read,
    relations,
    schema,
    states,
)

app = typer.Typer(
    name="legation",
    help="Read, keep and tell the relations between states.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="--debug anywhere shows a traceback. The ledger is in the folder that LEGATION_HOME "
    "names, or in the platform's folder for a user's data; --ledger names another.",
)

COMMANDS = (
    *(read, check, brief, add, events, relations, states, document),
    *(panel, datasets, pull, cite, schema),
)

for command in COMMANDS:
    app.command(
        name=command.__name__.rpartition(".")[2],
        short_help=command.SHORT,
        epilog=command.EXAMPLES,
    )(command.run)
app.add_typer(ledger.app, name="ledger")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"legation {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass
