"""Which coder reads: Legation's own, or a language model, with what it cost."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from legation.cli.options import chosen

if TYPE_CHECKING:
    from legation.coding.llm import LlmCoder, Usage

CODERS = ("legation", "llm")

KEY_VARIABLE = "LEGATION_API_KEY"
"""The environment variable that holds an endpoint's API key, unless another is named."""

CoderName = Annotated[
    str,
    typer.Option("--coder", metavar="legation|llm", show_default=False,
                 help="What codes: Legation's rules and scorer (default), or a language model."),
]  # fmt: skip
BaseUrl = Annotated[
    str | None,
    typer.Option("--base-url", metavar="URL", show_default=False,
                 help="The language model's OpenAI-compatible endpoint; texts are sent to it."),
]  # fmt: skip
ModelName = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="The model's name there.", show_default=False),
]
KeyVariable = Annotated[
    str | None,
    typer.Option("--api-key-env", metavar="NAME", show_default=False,
                 help=f"The environment variable with the API key ({KEY_VARIABLE})."),
]  # fmt: skip
Timeout = Annotated[
    float | None,
    typer.Option("--timeout", metavar="SECONDS", show_default=False,
                 help="Time that the model has for one answer (120)."),
]  # fmt: skip
PriceIn = Annotated[
    float | None,
    typer.Option("--price-in", metavar="PRICE", min=0, show_default=False,
                 help="Price of a million tokens sent, to show the cost."),
]  # fmt: skip
PriceOut = Annotated[
    float | None,
    typer.Option("--price-out", metavar="PRICE", min=0, show_default=False,
                 help="Price of a million tokens answered."),
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Choice:
    """The coder that was asked for, with its options as they were typed.

    Args:
        coder: ``legation`` or ``llm``, in any case.
        base_url: the endpoint.
        model: the model's name there.
        key_variable: name of the environment variable with the API key.
        timeout: seconds for one answer.
        price_in: price of a million tokens sent.
        price_out: price of a million tokens answered.
    """

    coder: str
    base_url: str | None
    model: str | None
    key_variable: str | None
    timeout: float | None
    price_in: float | None
    price_out: float | None

    def llm(self) -> LlmCoder | None:
        """Make the language model's coder; None where Legation's own was chosen.

        Raises:
            UserError: an option is missing, does not belong to the coder, or cannot be used.
        """
        from legation.errors import UserError

        given = {
            "--base-url": self.base_url,
            "--model": self.model,
            "--api-key-env": self.key_variable,
            "--timeout": self.timeout,
            "--price-in": self.price_in,
            "--price-out": self.price_out,
        }
        if chosen([self.coder], CODERS, "coder") == ["legation"]:
            stray = next((name for name, value in given.items() if value is not None), None)
            if stray:
                raise UserError(f"{stray} is for a language model", "add --coder llm")
            return None
        if not self.base_url or not self.model:
            lacking = "--model" if self.base_url else "--base-url"
            raise UserError(f"--coder llm needs {lacking}", _EXAMPLE)
        if (self.price_in is None) != (self.price_out is None):
            raise UserError("one price is not enough", "give --price-in and --price-out")
        return self._made(self.base_url, self.model)

    def _made(self, base_url: str, model: str) -> LlmCoder:
        from legation.coding.llm import TIMEOUT, LlmCoder
        from legation.folders import cache_folder

        timeout = TIMEOUT if self.timeout is None else self.timeout
        return LlmCoder(
            base_url, model, self._key(), timeout=timeout, cache=cache_folder("answers")
        )

    def _key(self) -> str | None:
        """Read the key; what was typed is not shown, for it may be the key itself."""
        from legation.errors import UserError

        key = os.environ.get(self.key_variable or KEY_VARIABLE)
        if self.key_variable and not key:
            raise UserError(
                "the environment variable that --api-key-env names is not set",
                "give the variable's name, not the key",
            )
        return key

    def told(self, usage: Usage) -> str:
        """Tell in one line what was asked, what it cost and what came of it."""
        said = [_count(usage.requests, "request")]
        said += [f"{_count(usage.cached, 'answer')} from the cache"] if usage.cached else []
        if usage.requests:
            said.append(f"{usage.prompt_tokens:,} tokens in, {usage.completion_tokens:,} out")
        if usage.uncounted:
            said.append(f"tokens of {_count(usage.uncounted, 'answer')} not told")
        if self.price_in is not None and self.price_out is not None:
            said.append(f"cost {usage.cost(self.price_in, self.price_out):.4f}")
        said.append(f"{_count(usage.rows, 'row')}, {usage.dropped.total()} dropped{_why(usage)}")
        return f"{self.model}: {'; '.join(said)}."


_EXAMPLE = "for example --coder llm --base-url http://localhost:11434/v1 --model llama3.1:8b"


def _why(usage: Usage) -> str:
    reasons = ", ".join(f"{number} {reason}" for reason, number in usage.dropped.most_common())
    return f" ({reasons})" if reasons else ""


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
