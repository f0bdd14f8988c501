"""Where Legation keeps a user's data, and what can be got again."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "LEGATION_HOME"
"""Names the one folder that holds everything, where the platform's folders are not wanted."""


def data_folder(name: str) -> Path:
    """Give a folder for what a user would miss.

    It is in the folder that ``LEGATION_HOME`` names, or else in the platform's:
    ``$XDG_DATA_HOME/legation`` or ``~/.local/share/legation`` on Linux,
    ``~/Library/Application Support/legation`` on macOS, ``%LOCALAPPDATA%\\legation`` on Windows.
    """
    return _folder(name, "Application Support", "XDG_DATA_HOME", ".local/share")


def cache_folder(name: str) -> Path:
    """Give a folder for what can be got again.

    It is in the folder that ``LEGATION_HOME`` names, or else in the platform's:
    ``$XDG_CACHE_HOME/legation`` or ``~/.cache/legation`` on Linux,
    ``~/Library/Caches/legation`` on macOS, ``%LOCALAPPDATA%\\legation`` on Windows.
    """
    return _folder(name, "Caches", "XDG_CACHE_HOME", ".cache")


def _folder(name: str, library: str, variable: str, hidden: str) -> Path:
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named).expanduser() / name
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / library
    else:
        base = Path(os.environ.get(variable) or Path.home() / hidden)
    return base / "legation" / name
