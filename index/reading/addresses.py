"""Web addresses: their canonical form, and the day and minute that they tell."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

from index.language.calendar import ZONES, instant, iso_day, iso_minute
from index.reading.outlets import domain_of_host, outlet_of_url, outlets
from index.text import clean_line

_LONGEST = 2000
_HOST = re.compile(r"(?=.{1,253}$)[\w-]+(?:\.[\w-]+)*|\[[0-9a-f:.]+\]|[0-9a-f:]+:[0-9a-f:.]+")
# What only tells where a reader came from, or how the page is cut and shown: the parameters of the
# analytics of Google, Meta, Microsoft, Mailchimp, Yandex, X, and the page switches of the portals.
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|igshid|igsh|mc_[ce]id|yclid|twclid"
    r"|ttclid|li_fat_id|mkt_tok|wt_mc|_ga|_gl|ref_src|ref_url|tag_from|fromnewsletter|cmpid|s_cid"
    r"|__twitter_impression|amp|amp_js_v|amp_gsa|usqp|outputtype|single|showpage",
    re.IGNORECASE,
)
_WHOLE = {"page": "all", "view": "all", "pages": "all", "halaman": "all", "m": "1"}
_PORTS = {"http": 80, "https": 443}
# Google's copies of AMP pages name the page that they copy.
_AMP_COPY = re.compile(
    r"https?://(?:[\w-]+\.cdn\.ampproject\.org/[cv]/|www\.google\.[a-z.]+/amp/)(s/)?(?=[\w-]+\.)",
    re.IGNORECASE,
)
_YEAR, _MONTH, _DAY = r"((?:19|20)\d\d)", r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_DAYS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"/{_YEAR}/{_MONTH}/{_DAY}(?:/|$)",
        rf"/{_YEAR}-{_MONTH}-{_DAY}(?:/|$)",
        r"/((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:\d{6}-|/)",
        # The old addresses of Republika: "/15/08/25/ntmqg8-judul".
        r"/([012]\d)/(0[1-9]|1[0-2])/([0-2]\d|3[01])/(?=[a-z]\w{4,}-)",
    )
)
_CLOCK_BEHIND = re.compile(r"/([01]\d|2[0-3])([0-5]\d)[0-5]\d\d{0,3}(?:/|$)", re.ASCII)
_LONG_NUMBER = re.compile(r"\d{6}", re.ASCII)
_EPOCH = re.compile(r"-(1\d{9})/?$", re.ASCII)


def canonical_url(url: str | None) -> str | None:
    """A web address in the one form in which it names its page; None if it is none.

    Scheme and host in lower case, without fragment, default port, tracking parameters and marks of
    AMP; a mobile host becomes the outlet's own where that is certain. Short links stay as they are.
    An address with a name and password, without a host or of another scheme than http is none.
    """
    said = clean_line(url or "").replace(" ", "%20")
    if not said or len(said) > _LONGEST:
        return None
    if "://" not in said and (said.lower().startswith("www.") or outlet_of_url(said) in _listed()):
        said = f"https://{said}"
    if "amp" in said.lower():
        said = _AMP_COPY.sub(lambda copy: "https://" if copy[1] else "http://", said, count=1)
    try:
        parts = urlsplit(said)
    except ValueError:
        return None
    place = _place(parts.scheme, parts.netloc)
    if place is None:
        return None
    return urlunsplit((parts.scheme, place, _path(parts.path), _query(parts), ""))


# Of an archive's addresses most share a few hosts.
@lru_cache(maxsize=4096)
def _place(scheme: str, printed: str) -> str | None:
    """Host and port of a web address in their one form, or None if they are those of none."""
    parts = SplitResult(scheme, printed, "", "", "")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if scheme not in _PORTS or not host or parts.username is not None:
        return None
    host = host.rstrip(".").lower()
    if not _HOST.fullmatch(host):
        return None
    if ":" in host:
        host = f"[{host}]"
    return _own_host(host) + (f":{port}" if port and port != _PORTS[scheme] else "")


def _listed() -> frozenset[str]:
    return frozenset(outlets().domains.values())


def _own_host(host: str) -> str:
    if host.startswith(("m.", "amp.", "mobile.")):
        domain = domain_of_host(host)
        if domain and host.partition(".")[2] == domain:
            return outlets().hosts.get(domain, host)
    return host


def _path(path: str) -> str:
    if "/amp" not in path:
        return path
    parts = path.split("/")
    kept = [part for part in parts if part.lower() not in ("amp", "amp.html")]
    return "/".join(kept) or "/"


def _query(parts: SplitResult) -> str:
    if not parts.query:
        return ""
    said = parse_qsl(parts.query, keep_blank_values=True)
    kept = [
        (key, value)
        for key, value in said
        if not _TRACKING.fullmatch(key) and _WHOLE.get(key.lower()) != value.lower()
    ]
    if len(kept) == parts.query.count("&") + 1:
        return parts.query
    return urlencode(kept)


def date_of_url(url: str | None) -> str | None:
    """The day that a web address carries (``/2025/11/04/``, ``/20250810082659-``), or None."""
    for match in (pattern.search(url) for pattern in _DAYS) if url else ():
        if match:
            year, month, day = map(int, match.groups())
            return iso_day(year + 2000 if year < 100 else year, month, day)
    return None


def minute_of_url(url: str | None) -> str | None:
    """The minute of publication that addresses of some outlets carry (``url_time``), or None."""
    if not url:
        return None
    if not _LONG_NUMBER.search(url):
        return None
    kind = outlets().url_times.get(outlet_of_url(url) or "")
    if kind == "epoch" and (epoch := _EPOCH.search(url)):
        return instant(datetime.fromtimestamp(int(epoch[1]), UTC))
    if kind == "path" and (day := _DAYS[0].search(url)) and (value := date_of_url(url)):
        clock = _CLOCK_BEHIND.match(url, day.end() - 1)
        return iso_minute(value, int(clock[1]), int(clock[2]), ZONES["wib"]) if clock else None
    return None
