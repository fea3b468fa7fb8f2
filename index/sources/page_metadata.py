"""What a page says of its article: title, date, people, outlet, address, section, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from index.article import Origin
from index.language.dates import parse_date
from index.reading.credits import author_name
from index.reading.outlets import known_outlet, outlet_of_url, squeeze
from index.reading.published import date_line
from index.sources.linked_data import LinkedData
from index.sources.page_titles import part_outlet

_Found = dict[str, str]

# The properties of ogp.me, and those of its article type.
_OPEN_GRAPH = {
    "title": ("og:title", "twitter:title"),
    "published": ("article:published_time", "og:article:published_time", "og:published_time",
                  "og:pubdate"),
    "author": ("article:author", "og:article:author", "og:author"),
    "editor": ("article:editor",),
    "outlet": ("og:site_name",),
    "url": ("og:url",),
    "section": ("article:section", "og:article:section", "og:section"),
}  # fmt: skip
# Names of plain meta tags: detikcom and CNN Indonesia (dtk:), Kompas and Tribun (content_), Dublin
# Core, Parse.ly, Sailthru, Cxense, schema.org as microdata.
_META = {
    "title": ("title", "headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title",
              "content_title", "cxenseparse:title"),
    "published": ("content_publisheddate", "dtk:publishdate", "publishdate", "publish-date",
                  "publish_date", "published_date", "published-date", "published", "publisheddate",
                  "datepublished", "pubdate", "pub_date", "parsely-pub-date", "sailthru.date",
                  "cxenseparse:recs:publishtime", "dcterms.created", "dcterms.issued",
                  "dc.date.issued", "dc.date.created", "dc.date", "dcterms.date", "article.created",
                  "originalpublicationdate", "date", "dtk:createddate", "datecreated"),
    "author": ("content_author", "dtk:author", "author", "authors", "penulis", "parsely-author",
               "sailthru.author", "dc.creator", "dcterms.creator", "cxenseparse:author", "byl",
               "byline", "dtk:reporter", "content_reporter", "reporter", "wartawan"),
    "editor": ("content_editor", "dtk:editor", "editor", "penyunting", "redaktur"),
    "outlet": ("content_source", "publisher", "dc.publisher", "dcterms.publisher",
               "application-name", "apple-mobile-web-app-title", "cre"),
    "url": ("content_url", "parsely-link", "dc.identifier", "syndication-source"),
    "section": ("content_category", "dtk:namakanal", "articlesection", "section", "kanal",
                "parsely-section", "category", "cxenseparse:category"),
}  # fmt: skip
_LONGEST = 1000
_MOST_META = 1000
_COMPANY = re.compile(r"(?:PT|CV)\b\.?\s")
_OUTSIDE = frozenset({"aside", "nav", "footer"})
_COMMENT = re.compile(r"comment|komentar|related|terkait|sidebar|widget|popul", re.IGNORECASE)
_PUBLISHED = re.compile(r"publish|entry-date|pubdate|post-date|\bupdated?\b", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s)(https?://[^\s<>]+)"
)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Fields by the names of ``SourceRecord``, where each was found, and the text in JSON-LD."""

    fields: Mapping[str, str]
    origins: tuple[Origin, ...]
    body: str | None


def read_metadata(tree: Any, text: str) -> PageMetadata:
    """The metadata of the page ``tree`` (lxml), whose beginning was ``text``.

    JSON-LD comes before Open Graph, plain meta tags, the title, the canonical link and times;
    after them the headline, the by-line and the date that stand on the page itself.
    """
    meta = _meta(tree)
    canonical = _canonical(tree)
    open_graph = _chosen(meta, _OPEN_GRAPH)
    linked = LinkedData(_blocks(tree), canonical or open_graph.get("url"))
    groups: list[tuple[str, _Found]] = [
        ("JSON-LD", linked.fields()),
        ("Open Graph", open_graph),
        ("meta", _chosen(meta, _META)),
    ]
    names = _outlet_names(groups, canonical)
    headings = [_line(each) for each in _some(tree, ("h1", "h2", "h3"), 12)]
    for _, found in groups:
        if "title" in found:
            found["title"] = part_outlet(found["title"], names, headings)[0]
    groups.append(("title", _of_title(tree, names, headings)))
    groups.append(("canonical link", {"url": canonical or ""}))
    groups.append(("time", {"published": _time(tree)}))
    groups.append(("heading", {"title": next((line for line in headings if line), "")}))
    groups.append(("byline", {"author": _byline(tree)}))
    if not any(_is_date(found.get("published", "")) for _, found in groups):
        groups.append(("page", {"published": _date_on_page(tree)}))
    saved = _SAVED_FROM.search(text, 0, 4096)
    groups.append(("saved page", {"url": saved[1] if saved else ""}))
    fields, origins = _first_of(groups)
    return PageMetadata(fields, origins, linked.body())


def _first_of(groups: list[tuple[str, _Found]]) -> tuple[_Found, tuple[Origin, ...]]:
    fields: _Found = {}
    origins: list[Origin] = []
    for field in ("title", "published", "outlet", "url", "author", "editor", "section"):
        for origin, found in groups:
            value = found.get(field, "")
            if value and _holds(field, value, fields):
                fields[field] = value
                origins.append(Origin(field, origin))
                break
    return fields, tuple(origins)


def _holds(field: str, value: str, known: Mapping[str, str]) -> bool:
    """Whether ``value`` is one for ``field`` at all; pages fill their tags with anything."""
    if field == "published":
        return _is_date(value)
    if field == "url":
        return _is_address(value)
    if field == "outlet":
        return _COMPANY.match(value) is None and "://" not in value
    if field in ("author", "editor"):
        # A profile's address, or the outlet itself, is nobody's name.
        return (
            "://" not in value
            and author_name(value) is not None
            and squeeze(value) != squeeze(known.get("outlet", ""))
            and known_outlet(value) is None
        )
    return True


def _is_date(value: str) -> bool:
    return any(map(str.isdigit, value)) and parse_date(value[:100]) is not None


def _is_address(value: str) -> bool:
    """Whether a web address leads to more than the front page of a site."""
    scheme, separator, rest = value.partition("://")
    return scheme in ("http", "https") and bool(separator) and len(rest.partition("/")[2]) > 1


def _meta(tree: Any) -> _Found:
    """The contents of meta tags by name, in lower case; the first of a name counts."""
    found: _Found = {}
    for number, element in enumerate(tree.iter("meta")):
        if number >= _MOST_META:
            break
        content = " ".join((element.get("content") or "")[:_LONGEST].split())
        for key in ("property", "name", "itemprop"):
            name = element.get(key)
            if name and content:
                found.setdefault(name.strip().lower(), content)
    return found


def _chosen(meta: _Found, wanted: Mapping[str, tuple[str, ...]]) -> _Found:
    return {
        field: value
        for field, names in wanted.items()
        if (value := next((meta[name] for name in names if _fits(field, meta.get(name))), None))
    }


def _fits(field: str, value: str | None) -> bool:
    return value is not None and _holds(field, value, {})


def _blocks(tree: Any) -> Iterator[str]:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            yield script.text


def _canonical(tree: Any) -> str | None:
    for link in tree.iter("link"):
        address = (link.get("href") or "").strip()
        if "canonical" in (link.get("rel") or "").lower().split() and _is_address(address):
            return address
    return None


def _outlet_names(groups: list[tuple[str, _Found]], canonical: str | None) -> set[str]:
    """All that the outlet of the page is called, squeezed."""
    names: set[str] = set()
    for _, found in groups:
        for name in (found.get("outlet"), outlet_of_url(found.get("url"))):
            if name:
                names.add(squeeze(name))
    if name := outlet_of_url(canonical):
        names.add(squeeze(name))
    return names


def _of_title(tree: Any, names: set[str], headings: list[str]) -> _Found:
    for element in _some(tree, ("title",), 1):
        title, outlet = part_outlet(_line(element), names, headings)
        return {"title": title, "outlet": outlet or ""}
    return {}


def _time(tree: Any) -> str:
    """The datetime of the time element that is called the publication's, else of the first."""
    first = ""
    for element in _some(tree, ("time", "abbr", "span"), 3000):
        said = element.get("datetime") or ""
        if element.tag != "time":
            # Blogspot and the hCard microformat keep it in a title.
            marked = _marks(element)
            said = (
                (element.get("content") or element.get("title") or "")
                if "ublished" in marked
                else ""
            )
        if not _is_date(said) or _is_outside(element):
            continue
        if _PUBLISHED.search(_marks(element)) or element.get("pubdate") is not None:
            return str(said)
        first = first or said
    return first


def _byline(tree: Any) -> str:
    """The author as microdata, the hCard microformat, or a link to the author's page mark him."""
    for element in _some(tree, ("a", "span", "div", "p", "address"), 5000):
        marked = f" {_marks(element)} "
        if element.get("rel") == "author" or " author " in marked or " fn " in marked:
            name = _line(element)
            if 2 < len(name) < 80 and author_name(name) and not _is_outside(element):
                return name
    return ""


def _date_on_page(tree: Any) -> str:
    """The first short line of the page below its headline that holds a date and nothing else."""
    below = next(tree.iter("h1"), None) is None
    for number, element in enumerate(tree.iter()):
        if number > 5000 or not isinstance(element.tag, str):
            continue
        below = below or element.tag == "h1"
        said = " ".join((element.text or "")[:200].split())
        if below and 8 <= len(said) <= 80 and date_line(said) and not _is_outside(element):
            return said
    return ""


def _marks(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('id') or ''}"


def _is_outside(element: Any) -> bool:
    """Whether an element stands in a part of the page that is not the article's own."""
    for number, ancestor in enumerate(element.iterancestors()):
        if number > 30:
            break
        if ancestor.tag in _OUTSIDE or (
            ancestor.tag != "body" and _COMMENT.search(_marks(ancestor))
        ):
            return True
    return False


def _some(tree: Any, tags: tuple[str, ...], most: int) -> Iterator[Any]:
    for number, element in enumerate(tree.iter(*tags)):
        if number >= most:
            return
        yield element


def _line(element: Any) -> str:
    return " ".join("".join(element.itertext())[:_LONGEST].split())
