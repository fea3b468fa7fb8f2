"""Bodies that no list knows: a capitalised run after Yayasan, Lembaga, PT and the like."""

from __future__ import annotations

from index.entities.bodies import Body, Head, lexicon
from index.entities.found import Found
from index.entities.places import site_at
from index.entities.spelling import nearest_body
from index.entities.tokens import Tokens
from index.entities.vocabulary import vocabulary

_RUN_OF_WORDS = 9
_LONGEST_NUMBER = 3
_SURE_TAIL = 2
_YEARS = frozenset(["tahun", "periode"])
_KINDS_OF_GROUP = frozenset(["ormas", "lsm", "ngo"])
_OF_SCHOOLS = frozenset(
    [
        "negeri",
        "swasta",
        "luar",
        "biasa",
        "katolik",
        "islam",
        "se",
        "smp",
        "sma",
        "smk",
        "sd",
        "dan",
        "sederajat",
        "terbuka",
        "kristen",
    ]
)
_STATE = frozenset(["kementerian", "departemen", "direktorat", "polda", "polres", "dinas"])
_CHURCH = frozenset(["gereja", "gereja-gereja", "injili", "protestan", "persekutuan"])
_AFTER_PLACE = frozenset(["raya", "bersatu", "bersama", "muda", "maju", "sejahtera", "merdeka"])
_DATES = frozenset(
    [
        "senin",
        "selasa",
        "rabu",
        "kamis",
        "jumat",
        "sabtu",
        "minggu",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    ]
)


def unknown_at(tokens: Tokens, at: int) -> Found | None:
    """The body that no list knows, opened by a head (Yayasan, PT) at token ``at``, or None."""
    known = lexicon()
    match = known.heads.longest(tokens, at)
    if match is None:
        return None
    start, head = match
    site = site_at(tokens, at - 1)
    if (site is not None and site.end > at) or tokens.key(at - 1) in known.works:
        return None
    if head.company and tokens.key(start) == ".":
        start += 1
    end = _run_end(tokens, start, head)
    if end - start < head.least or (
        head.numbered and all(key in _OF_SCHOOLS or key == "-" for key in tokens.keys[start:end])
    ):
        return None
    if (head.company and tokens.keys[start] == "tbk") or tokens.words[start] == ".":
        return None
    if end - start == 1 and tokens.keys[at] in known.kinds and is_acronym(tokens.words[start]):
        return Found(start, end, tokens.words[start], None, False)
    if tokens.keys[at] in known.kinds and all(
        key in vocabulary().complement or key in known.joiners for key in tokens.keys[start:end]
    ):
        return None
    name = (
        " ".join(" ".join(tokens.words[at:end]).split())
        if _gapped(tokens, at, end)
        else (" ".join(tokens.form(at, end).split()))
    )
    if head.company and (own := _own_company(tokens, at, start, end)) is not None:
        return Found(at, end, own.name, own.parent)
    if head.company:
        name = f"{tokens.words[at]} {' '.join(tokens.form(start, end).split())}"
    elif (kind := _only_kind(tokens, at)) < end:
        name = " ".join(" ".join(tokens.words[kind:end]).split())
    body = None if head.company else nearest_body(name)
    if body is not None:
        return Found(at, end, body.name, body.parent, misprint=True)
    return Found(at, end, name, None, False)


def _only_kind(tokens: Tokens, at: int) -> int:
    """The token after words that say what kind of body it is, and are in no name of it (Ormas)."""
    if tokens.keys[at] in _KINDS_OF_GROUP:
        return at + 1
    if tokens.keys[at] == "organisasi" and tokens.key(at + 1) in ("kemasyarakatan", "masyarakat"):
        return at + 2
    return at


def named_by_tail(tokens: Tokens, at: int, least_start: int) -> Found | None:
    """The body with an English name that the word at token ``at`` closes, or None.

    *California Rural Legal Assistance*: all words before it are capitalised; none of them is
    before token ``least_start``.
    """
    if not tokens.capital[at] or tokens.headline[at] or tokens.is_capital(at + 1):
        return None
    if tokens.key(at + 1) == "for" and not tokens.is_capital(at + 2):
        return None
    words = vocabulary()
    start = at
    while start > least_start and at - start < _RUN_OF_WORDS:
        before = start - 1
        key = tokens.keys[before]
        if tokens.capital[before] and not _breaks(tokens, before):
            start = before
        elif (
            key in _ENGLISH
            and before > least_start
            and tokens.is_capital(before - 1)
            and not _breaks(tokens, before - 1)
        ) or (tokens.words[before] in "-'" and tokens.touches(before) and tokens.touches(start)):
            start = before - 1
        else:
            break
    count = sum(tokens.capital[i] for i in range(start, at + 1))
    least = lexicon().tails[tokens.keys[at]]
    if count < least or (least > _SURE_TAIL and site_at(tokens, at - 1) is not None):
        return None
    if tokens.initial[start] and words.common_word(tokens.keys[start]):
        start += 1
        count -= 1
    if count < least or (tokens.initial[start] and tokens.keys[start] in words.never):
        return None
    end = at + 1
    while tokens.key(end) in _ENGLISH and tokens.is_capital(end + 1) and end - at < _RUN_OF_WORDS:
        end += 2
        while tokens.is_capital(end) and end - at < _RUN_OF_WORDS:
            end += 1
    return Found(start, end, " ".join(tokens.form(start, end).split()), None, False)


def _breaks(tokens: Tokens, at: int) -> bool:
    """Whether an Indonesian word or a title stands here, before an English name begins."""
    words, key = vocabulary(), tokens.keys[at]
    return (
        key in words.honorifics
        or (key in words.complement - words.given and not _english(tokens.words[at]))
        or (key in words.never and key not in _ENGLISH and not _english(tokens.words[at]))
        or words.ranks.starts(key)
        or (words.offices.starts(key) and not _english(tokens.words[at]))
        or begins_other(tokens, at)
    )


def _english(word: str) -> bool:
    return word in _ENGLISH_WORDS


_ENGLISH = frozenset(["of", "for", "and", "the", "on", "against", "in"])
_ENGLISH_WORDS = frozenset(
    ["New", "United", "Human", "Global", "Trafficking", "Legal", "Communications", "Strategic",
     "International", "National", "Law", "Public", "Rights", "Model", "City", "Group", "Company",
     "Network", "Services", "Affairs", "Business", "Watch", "Regional", "Digital", "Program",
     "Media", "ASEAN", "Internal", "Manager", "Universe", "Country", "Senior", "Co", "Global"]
)  # fmt: skip


def is_acronym(word: str) -> bool:
    """Whether ``word`` is printed as an acronym: two to eight capitals."""
    return 2 <= len(word) <= 8 and word.isupper() and word.isalpha()


def _gapped(tokens: Tokens, start: int, end: int) -> bool:
    return any(at in tokens.gap for at in range(start + 1, end))


def _own_company(tokens: Tokens, at: int, start: int, end: int) -> Body | None:
    """The body of the lexicon whose legal name is printed (PT Bank X (Persero) Tbk), or None."""
    last = end - 1 if tokens.key(end - 1) == "tbk" else end
    found = lexicon().aliases.longest(tokens, start)
    if found is None or found[0] != last or found[1].weak:
        found = lexicon().aliases.longest(tokens, at)
        if found is None or found[0] != last or found[1].weak:
            return None
    return found[1].body


def begins_other(tokens: Tokens, at: int) -> bool:
    """Whether another body begins here, listed or not."""
    known = lexicon()
    if known.heads.starts(tokens.keys[at]) and known.heads.longest(tokens, at) is not None:
        return True
    return _begins_known(tokens, at)


def _begins_known(tokens: Tokens, at: int) -> bool:
    """Whether a listed body or unit begins here, so that the name before it has ended."""
    known = lexicon()
    match = known.units.longest(tokens, at)
    if match is not None and tokens.words[at] != "Imigrasi":
        return True
    alias = known.aliases.longest(tokens, at)
    return alias is not None and not alias[1].weak and not alias[1].ambiguous


def _absorbs(head: Head) -> bool:
    return not (head.company or head.division)


def _short_body(tokens: Tokens, at: int) -> bool:
    """Whether a body is named here by one word: it belongs to the name (*Dewan Pengawas KPK*)."""
    alias = lexicon().aliases.longest(tokens, at)
    return alias is not None and alias[0] == at + 1 and not tokens.is_capital(at + 1)


def _begins_name(tokens: Tokens, at: int) -> bool:
    """Whether the word after a bracket begins something else than the rest of the name."""
    return site_at(tokens, at) is None and tokens.keys[at] not in vocabulary().complement


def _ends_before(tokens: Tokens, at: int, start: int, head: Head) -> bool:
    """Whether the name that began at token ``start`` has ended before the capital at ``at``."""
    words, key = vocabulary(), tokens.keys[at]
    if key in words.honorifics or key in _DATES or key in _YEARS:
        return True
    if words.ranks.starts(key) and tokens.words[at] != "Kapten":
        return True
    if at > start and not head.company and key in words.given:
        return not head.absorbs or tokens.is_capital(at + 1)
    if at == start:
        return not (head.company or head.absorbs) and _begins_known(tokens, at)
    if head.company and lexicon().heads.longest(tokens, at) is not None:
        return True
    if tokens.capital[at - 1] and _absorbs(head) and _short_body(tokens, at):
        return False
    after_joiner = not tokens.capital[at - 1]
    if head.absorbs and not after_joiner:
        return key in _STATE and _begins_known(tokens, at)
    return (begins_other if after_joiner else _begins_known)(tokens, at)


def _run_end(tokens: Tokens, start: int, head: Head) -> int:
    known = lexicon()
    end = start
    while end < len(tokens) and end - start < _RUN_OF_WORDS:
        key = tokens.keys[end]
        if end in tokens.gap and key != "tbk" and _begins_name(tokens, end):
            break
        if tokens.capital[end]:
            if _ends_before(tokens, end, start, head):
                break
            if end > start and not head.company:
                site = site_at(tokens, end)
                if site is not None and site.kind != "region" and not _goes_on(tokens, site.end):
                    return site.end
            end += 1
        elif (
            key in known.joiners
            and end > start
            and tokens.is_capital(end + 1)
            and not (head.company and key != "&")
            and not (key == "di" and not _in_names(tokens, end))
            and not begins_other(tokens, end + 1)
        ):
            end += 1
        elif tokens.words[end] in "-'" and tokens.touches(end) and tokens.touches(end + 1):
            end += 2 if tokens.key(end + 1).isdigit() or tokens.is_capital(end + 1) else 1
        elif head.numbered and key.isdigit() and len(key) <= _LONGEST_NUMBER:
            end += 1
        else:
            break
    while end > start and not (tokens.capital[end - 1] or tokens.words[end - 1].isdigit()):
        end -= 1
    return min(end, len(tokens))


def _in_names(tokens: Tokens, at: int) -> bool:
    """Whether *di* belongs to a name: churches are called so (Gereja Masehi Injili di Timor)."""
    return any(tokens.key(before) in _CHURCH for before in range(max(0, at - 4), at))


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the name of a body goes on after a country in it (Ikatan Dokter Indonesia Muda)."""
    return tokens.is_capital(at) and tokens.keys[at] in _AFTER_PLACE


def division_end(tokens: Tokens, start: int) -> int:
    """The end of the words of a division (*Biro Hukum*), where the name of its body may begin."""
    words = vocabulary()
    end = start
    while end < len(tokens) and end - start < _RUN_OF_WORDS:
        key = tokens.keys[end]
        if tokens.capital[end] or key in words.complement:
            if _begins_known(tokens, end) and not _division_word(tokens, end):
                break
            end += 1
        elif key in ("dan", "/") and end > start and not begins_other(tokens, end + 1):
            end += 1
        else:
            break
    return end


def _division_word(tokens: Tokens, at: int) -> bool:
    """Whether *Imigrasi* or another weak word only says what a division is about."""
    return (
        tokens.keys[at] in vocabulary().complement
        and not tokens.words[at].isupper()
        and (lexicon().aliases.longest(tokens, at) is None)
    )
