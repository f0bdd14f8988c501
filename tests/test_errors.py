"""The errors: one clear line each, and the user's mistakes apart from ours."""

import pytest

from legation import errors


@pytest.mark.parametrize(
    ("problem", "remedy", "line"),
    [
        ("no such file: a.txt", "check the path", "no such file: a.txt: check the path"),
        ("the ledger is busy", "", "the ledger is busy"),
    ],
)
def test_one_line(problem: str, remedy: str, line: str) -> None:
    error = errors.LegationError(problem, remedy)
    assert (str(error), error.problem, error.remedy) == (line, problem, remedy)


def everything() -> list[type[Exception]]:
    return [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, Exception)]


@pytest.mark.parametrize("error", everything())
def test_each_is_ours_and_says_when_it_is_raised(error: type[Exception]) -> None:
    assert issubclass(error, errors.LegationError)
    assert error.__doc__


@pytest.mark.parametrize(
    ("name", "users"),
    [
        *(("UnreadableError", True), ("RefusedAddressError", True), ("UnknownStateError", True)),
        *(("InvalidDateError", True), ("LedgerError", False), ("TableError", False)),
    ],
)
def test_the_users_mistakes_are_apart(name: str, users: bool) -> None:
    assert issubclass(getattr(errors, name), errors.UserError) is users
