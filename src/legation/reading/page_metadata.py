"""What a page's head says of it: title, publisher, language, and the candidates for its date."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from legation.reading.characters import clean, key, one_line
from legation.reading.markup import Element

_TITLES = ("og:title", "twitter:title", "dc.title", "headline", "title")
_PUBLISHERS = ("og:site_name", "application-name", "dc.publisher", "publisher")
_BARS = re.compile(r"\s+[|·•»›—–-]\s+|\s*\|\s*|\s+::\s+")
_LONGEST_TITLE = 400
_MOST_JSON = 200_000  # characters of one JSON-LD script
_MOST_NODES = 2_000
_ARTICLE = re.compile(r"Article|BlogPosting|Report|WebPage", re.I)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What was declared.

    Args:
        title: headline without the site's name.
        publisher: name of the site.
        language: declared language tag.
        meta: ``<meta>`` contents by lower-case name, property or itemprop.
        published: JSON-LD ``datePublished`` of the article, as written.
    """

    title: str | None
    publisher: str | None
    language: str | None
    meta: Mapping[str, str]
    published: str | None


def read_metadata(page: Element) -> Metadata:
    """Read the head of a parsed page, before its scripts are removed."""
    meta = _meta(page)
    nodes = list(_json_ld(page))
    articles = [n for n in nodes if _ARTICLE.search(str(n.get("@type")))]
    publisher = _first(meta, _PUBLISHERS) or _json_publisher(nodes)
    declared = _text(page.findtext(".//head/title") or page.findtext(".//title"))
    headline = next((_text(n.get("headline")) for n in articles if n.get("headline")), None)
    title = _title(page, _first(meta, _TITLES) or headline, declared, publisher)
    dates = [str(n["datePublished"]) for n in (*articles, *nodes) if n.get("datePublished")]
    language = page.get("lang") or page.get("{http://www.w3.org/XML/1998/namespace}lang")
    language = language or meta.get("content-language") or meta.get("og:locale")
    return Metadata(title, publisher, language, meta, dates[0] if dates else None)


def _meta(page: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.iterfind(".//meta"):
        content = _text(element.get("content"))
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := element.get(attribute)):
                found.setdefault(name.lower(), content)
    return found


def _title(page: Element, named: str | None, declared: str | None, site: str | None) -> str | None:
    """Prefer the h1 that the head confirms; sites also set their own name as an h1."""
    heads = _headings(page, "h1")
    parts = {key(part) for part in _BARS.split(declared or "")}
    heads += [h for h in _headings(page, "h2") if key(h) in parts]
    named = _without_site(named, site) if named else None
    known = key(f"{named or ''} {declared or ''}")
    confirmed = [h for h in heads if key(h) and key(h) in known and key(h) != key(site or "")]
    if confirmed:
        return max(confirmed, key=len) if named is None else _nearest(confirmed, named)
    if named and len(named.split()) > 1:
        return named
    others = [h for h in heads if key(h) != key(site or "")]
    if others and (len(others) == 1 or not declared):
        return others[0]
    return _headline_of(page, declared, site) if declared else named


def _headings(page: Element, tag: str) -> list[str]:
    texts = (_text("".join(e.itertext())) for e in page.iterfind(f".//{tag}"))
    return [t for t in texts if t and len(t) < _LONGEST_TITLE]


def _nearest(heads: list[str], named: str) -> str:
    return min(heads, key=lambda h: abs(len(h) - len(named)))


def _without_site(title: str, site: str | None) -> str:
    """Take the site's name off a title, such as ``Headline | Site``."""
    parts = _BARS.split(title)
    if len(parts) > 1 and site:
        for end in (parts[-1], parts[0]):
            if key(end) and (key(end) in key(site) or key(site) in key(end)):
                at = title.rfind(end) if end is parts[-1] else title.find(end) + len(end)
                return _BARS.sub("", f" {title[:at] if end is parts[-1] else title[at:]} ").strip()
    return title


def _headline_of(page: Element, declared: str, site: str | None) -> str:
    """Find the part of ``<title>`` that the page shows as a heading, else its longest part."""
    without = _without_site(declared, site)
    parts = [p for p in _BARS.split(without) if p.strip()] or [declared]
    shown = {
        key("".join(e.itertext()))
        for tag in ("h2", "h3", "b", "strong", "font")
        for e in page.iter(tag)
    }
    return next((p for p in [without, *parts] if key(p) in shown), max(parts, key=len)).strip()


def _json_ld(page: Element) -> Iterator[dict[str, Any]]:
    """Give every object of the page's JSON-LD, outermost first; broken scripts are passed over."""
    for script in page.iterfind(".//script[@type='application/ld+json']"):
        try:
            waiting: list[Any] = [json.loads((script.text or "")[:_MOST_JSON], strict=False)]
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, dict):
                yield node
                waiting.extend(v for v in node.values() if isinstance(v, dict | list))
            elif isinstance(node, list):
                waiting.extend(node[:_MOST_NODES])


def _json_publisher(nodes: list[dict[str, Any]]) -> str | None:
    for node in nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return _text(publisher["name"])
    return None


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[n] for n in names if meta.get(n)), None)


def _text(value: object) -> str | None:
    return (one_line(clean(value)) or None) if isinstance(value, str) else None
