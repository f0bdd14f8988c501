"""The command line: one file for each command; :func:`main` is what ``legation`` runs."""

from legation.cli.running import main

__all__ = ["main"]
