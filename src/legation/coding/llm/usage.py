"""What asking a language model has cost, and what came of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Usage:
    """The tally of one coder, over all documents that it has read.

    Args:
        requests: how many were sent, those that failed included.
        answers: how many the model gave, usable or not.
        prompt_tokens: tokens sent, as the endpoint counts them.
        completion_tokens: tokens answered, likewise.
        uncounted: those answers whose tokens the endpoint did not tell.
        cached: answers of before that came from the cache, for which nothing was sent.
        rows: rows that hold.
        dropped: how many rows do not, by reason.

    Examples:
        >>> usage = Usage(prompt_tokens=200_000, completion_tokens=50_000)
        >>> usage.cost(price_in=0.5, price_out=2)
        0.2
    """

    requests: int = 0
    answers: int = 0
    prompt_tokens: int = 0
    completion_tokens: int = 0
    uncounted: int = 0
    cached: int = 0
    rows: int = 0
    dropped: Counter[str] = field(default_factory=Counter)

    def cost(self, price_in: float, price_out: float) -> float:
        """Give what the counted tokens cost, in the currency of the prices.

        Args:
            price_in: price of a million tokens sent.
            price_out: price of a million tokens answered.
        """
        return (self.prompt_tokens * price_in + self.completion_tokens * price_out) / 1_000_000
