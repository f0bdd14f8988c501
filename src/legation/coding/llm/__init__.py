"""The optional coder: a language model behind an endpoint that speaks OpenAI's chat protocol."""

from legation.coding.llm.coder import LlmCoder
from legation.coding.llm.errors import EndpointError
from legation.coding.llm.transport import TIMEOUT
from legation.coding.llm.usage import Usage

__all__ = ["TIMEOUT", "EndpointError", "LlmCoder", "Usage"]
