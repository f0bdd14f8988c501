"""``legation schema``: the form of the rows, and the codebook."""

from __future__ import annotations

SHORT = "Print the form of the rows."

EXAMPLES = """Example:

legation schema | jq .codebook.types.CONSULT"""


def run() -> None:
    """Print the JSON Schema of the rows, with its version and the codebook."""
    import json

    from legation.briefing.schema import schema
    from legation.cli.output import write

    write(json.dumps(schema(), indent=2, ensure_ascii=False))
