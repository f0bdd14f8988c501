"""The examples in the docstrings of this room run."""

import doctest
import importlib
import pkgutil

import pytest

from legation import reading

MODULES = [m.name for m in pkgutil.iter_modules(reading.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    module = importlib.import_module(f"legation.reading.{name}")
    assert doctest.testmod(module).failed == 0
