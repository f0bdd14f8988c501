"""What the tests do to a ledger in processes of their own."""

import os
import resource
import signal
import sys
from pathlib import Path

from tests.ledger.samples import NOV, document, event, relation

from legation.errors import LedgerError
from legation.ledger import Ledger

ONE, TWO = document("one"), document("two")


def begin(ledger):
    """Fill a ledger with what is there before the change that a test disturbs."""
    ledger.add([ONE], [event(ONE), relation(ONE)])


def add(ledger):
    """Add a new document and read an old one with a newer coder, in one commit."""
    rows = [event(TWO, start=NOV[9]), event(ONE, start=NOV[20], coder="rules/2:meet")]
    ledger.add([TWO], [*rows, relation(TWO)])


def compact(ledger):
    """Merge what :func:`begin` and :func:`add` wrote."""
    ledger.compact()


CHANGES = {"add": add, "compact": compact}


def kill_at(number):
    """Build a step hook that kills this process before its step of that number."""
    steps = iter(range(10_000))

    def step(name):
        if next(steps) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    return step


def forked(act):
    """Run something in a fork; give the signal that ended it, or its exit code."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = act() or 0
        finally:
            os._exit(code)
    status = os.waitpid(child, 0)[1]
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def killed(folder, change):
    """Disturb copies of a ledger, ``folder/0``, ``folder/1`` and on, one at each step."""
    for copy in sorted(Path(folder).iterdir(), key=lambda p: int(p.name)):
        number = int(copy.name)
        forked(lambda c=copy, n=number: CHANGES[change](Ledger(c, grace=0, step=kill_at(n))))


def short_of_space(folder):
    """Add to copies of a ledger, ``folder/100`` and on, with files no larger than that."""
    for copy in Path(folder).iterdir():
        print(copy.name, forked(lambda c=copy: _add_within(c, int(c.name))))


def _add_within(path, size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return _error_of(lambda: add(Ledger(path)))


def as_nobody(folder):
    """Read a ledger and try to write to it without the right to."""
    print(forked(lambda: _nobody(folder)))


def _nobody(folder):
    if os.getuid() == 0:
        os.setuid(65534)
    ledger = Ledger(folder)
    if len(list(ledger.events())) != 1 or ledger.check():
        return 71
    return _error_of(lambda: add(ledger))


def _error_of(act):
    try:
        act()
    except LedgerError as error:
        print(error, flush=True)
        return 3
    return 0


def read_while(path, stop, answers):
    """Read a ledger again and again until told to stop, then say what was seen."""
    ledger, seen = Ledger(path), []
    while True:
        last = stop.is_set()
        found = list(ledger.events())
        seen.append((len(found), sum(len(r.sources) for r in found), ledger.counts().num_rows))
        if last:
            break
    answers.put(seen)


def hold(path, ready, release):
    """Stop in the middle of a write and wait."""

    def step(name):
        ready.set()
        release.wait()

    add(Ledger(path, step=step))


def add_many(path, first, count):
    """Add documents one by one, each with two events."""
    ledger = Ledger(path, wait=60, grace=0)
    for n in range(first, first + count):
        one = document(f"d{n}")
        ledger.add([one], [event(one, "AID", actor=f"A{n}"), event(one, "ACCUSE", actor=f"A{n}")])


if __name__ == "__main__":
    {f.__name__: f for f in (killed, short_of_space, as_nobody)}[sys.argv[1]](*sys.argv[2:])
