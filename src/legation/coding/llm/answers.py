"""A model's answer to the rows in it, as far as it is JSON."""

from __future__ import annotations

import json
from typing import Any


def rows_in(answer: str) -> list[Any] | None:
    """Find the list of rows in an answer; None where there is none.

    Models that are not held to a form may think aloud first, or fence the JSON.

    Examples:
        >>> rows_in('Here it is: ```json\\n{"rows": [{"row": "event"}]}\\n```')
        [{'row': 'event'}]
        >>> rows_in("I cannot do that.") is None
        True
    """
    text = answer.rpartition("</think>")[2]
    try:
        data = json.loads(text[text.find("{") : text.rfind("}") + 1])
    except (ValueError, RecursionError):
        return None
    rows = data.get("rows") if isinstance(data, dict) else None
    return rows if isinstance(rows, list) else None
