"""Corrections laid over what was found: each operation, their order, and what they never do."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.article import (
    BODY,
    TITLE,
    Agency,
    Annotations,
    Figure,
    Law,
    Mention,
    Offence,
    Person,
    Place,
    Quote,
    Statement,
)
from index.correction import ENTITY_KINDS, KINDS, NAMED_KINDS, OPERATIONS, Correction
from index.corrections.applying import corrected, entities_of, text_parts
from index.corrections.checking import ContradictionError, check, group_of
from index.corrections.editing import with_correction, without_correction
from index.corrections.reading import Field, read_corrections, validated
from index.corrections.routes import Routes
from index.rules import RuleError

HERE = "aaaa000000000001"
ELSEWHERE = "bbbb000000000002"
TITLE_TEXT = "B2MI JEMPUT KORBAN"
TEXT = (
    "Balai Contoh (BC) dan B2MI menjemput korban di Kota Sana, kata Rina Wijaya.\n"
    "Rina menyebut Balai Contoh Sana dan Dinas Anu ikut. Menurut Budi, UU 21/2007 tentang TPPO."
)


def at(form: str, part: str = BODY) -> tuple[Mention, ...]:
    text = TITLE_TEXT if part == TITLE else TEXT
    return tuple(
        Mention(part, *found.span(), form)
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    )


BALAI_SANA = at("Balai Contoh Sana")
BALAI = tuple(m for m in at("Balai Contoh") if m.start != BALAI_SANA[0].start)
FOUND = Annotations(
    agencies=(
        Agency("Balai Contoh", (*BALAI, *at("BC")), curated=True, parent="Badan Contoh"),
        Agency("Balai Contoh Sana", BALAI_SANA, parent="Balai Contoh"),
        Agency("Dinas Anu", at("Dinas Anu")),
    ),
    people=(
        Person(
            "Rina Wijaya", (*at("Rina Wijaya"), at("Rina")[1]), role="kepala balai",
            office="Kepala", agency="Balai Besar", place="Kota Sana", full_name="Rina Wijaya Sari",
        ),
        Person("Budi", at("Budi")),
    ),
    places=(Place("Jakarta", ()), Place("Kota Sana", at("Kota Sana"))),
    offences=(Offence("TPPO", at("TPPO")),),
    laws=(Law("UU 21/2007", at("UU 21/2007"), ("2",)),),
    figures=(
        Figure("7 orang", 7, 7, "orang", None, "persons", None, "Kota Sana", "Rina Wijaya",
               BODY, 0, 1),
    ),
    quotes=(Quote("Rina Wijaya", "Sudah\npulang", 1, 5), Quote("Budi", "Belum", 6, 9)),
    statements=(Statement("Rina Wijaya", "menyebut", "ikut", 1, 2),),
)  # fmt: skip
PARTS = text_parts(TITLE_TEXT, TEXT, ())


def after(*rules: Correction, article: str = HERE) -> Annotations:
    check(rules)
    return corrected(FOUND, PARTS, article, Routes(rules))


def names(entities: tuple[object, ...]) -> list[str]:
    return [str(getattr(entity, "name", "")) for entity in entities]


def test_without_a_correction_nothing_is_even_copied() -> None:
    assert after() is FOUND
    assert after(Correction("reject", "agency", "Lembaga Lain")) is FOUND


def test_a_rejected_entity_goes_and_its_voice_with_it() -> None:
    result = after(Correction("reject", "person", "Rina Wijaya"))
    assert names(result.people) == ["Budi"]
    assert names(result.rejected) == ["Rina Wijaya"]
    assert [quote.speaker for quote in result.quotes] == [None, "Budi"]
    assert result.figures[0].speaker is None
    assert result.agencies is FOUND.agencies or result.agencies == FOUND.agencies


def test_a_rejected_form_leaves_the_others() -> None:
    result = after(Correction("reject", "agency", "Balai Contoh", form="BC"))
    assert result.agencies[0].forms == ("Balai Contoh",)
    assert result.agencies[0].layer == "corrected"
    assert result.rejected == (replace(FOUND.agencies[0], mentions=at("BC")),)


def test_what_holds_for_some_articles_leaves_the_others() -> None:
    rule = Correction("reject", "person", "Budi", articles=(ELSEWHERE,))
    assert after(rule) == FOUND
    assert names(after(rule, article=ELSEWHERE).people) == ["Rina Wijaya"]


def test_retyping_moves_an_entity_to_its_place_among_the_others() -> None:
    result = after(Correction("retype", "agency", "Dinas Anu", to="place"))
    assert names(result.agencies) == ["Balai Contoh", "Balai Contoh Sana"]
    assert result.places[-1] == Place("Dinas Anu", at("Dinas Anu"), corrected=True)


def test_a_new_name_is_taken_over_by_all_that_speak_of_it() -> None:
    result = after(
        Correction("rename", "person", "Rina Wijaya", to="Rina Wijayanti"),
        Correction("rename", "place", "Kota Sana", to="Sana"),
        Correction("rename", "agency", "Balai Contoh", to="Balai Besar Contoh"),
    )
    assert result.people[0].role == "kepala balai"
    assert result.quotes[0].speaker == result.figures[0].speaker == "Rina Wijayanti"
    assert result.statements[0].speaker == "Rina Wijayanti"
    assert result.figures[0].place == "Sana"
    assert result.agencies[1].parent == "Balai Besar Contoh"
    assert result.agencies[0].parent == "Badan Contoh"


def test_merging_joins_forms_and_mentions_in_reading_order() -> None:
    result = after(Correction("merge", "agency", "Dinas Anu", to="Balai Contoh"))
    merged = result.agencies[0]
    assert merged.forms == ("Balai Contoh", "BC", "Dinas Anu")
    assert merged.mentions == tuple(sorted(merged.mentions))
    assert (merged.curated, merged.parent) == (True, "Badan Contoh")


def test_a_form_becomes_an_entity_of_its_own() -> None:
    result = after(Correction("split", "agency", "Balai Contoh", form="BC", to="Bank Contoh"))
    assert names(result.agencies) == [
        "Balai Contoh", "Bank Contoh", "Balai Contoh Sana", "Dinas Anu",
    ]  # fmt: skip
    assert result.agencies[1].mentions == at("BC")


def test_one_name_is_two_people_told_apart_by_articles() -> None:
    rule = Correction("split", "person", "Budi", to="Budi Lain", articles=(ELSEWHERE,))
    assert after(rule) == FOUND
    result = after(rule, article=ELSEWHERE)
    assert names(result.people) == ["Rina Wijaya", "Budi Lain"]
    assert result.quotes[1].speaker == "Budi Lain"


def test_an_alias_is_found_where_it_is_printed_also_in_capitals() -> None:
    result = after(Correction("alias", "agency", "Balai Contoh", form="B2MI"))
    assert result.agencies[0].mentions == (*at("B2MI", TITLE), *BALAI, *at("BC"), *at("B2MI"))
    headline = after(Correction("alias", "agency", "Balai Contoh", form="korban"))
    assert at("KORBAN", TITLE)[0] in headline.agencies[0].mentions


def test_an_alias_makes_the_entity_where_it_was_not_found() -> None:
    result = after(Correction("alias", "agency", "Badan Pelindung", form="B2MI"))
    assert names(result.agencies)[0] == "Badan Pelindung"  # the title names it first
    known = {("agency", "Badan Pelindung"): Agency("Badan Pelindung", (), True, "Negara")}
    rules = Routes([Correction("alias", "agency", "Badan Pelindung", form="B2MI")])
    made = corrected(FOUND, PARTS, HERE, rules, known).agencies[0]
    assert (made.curated, made.parent, made.count) == (True, "Negara", 2)


def test_an_alias_stands_for_whole_words_only() -> None:
    rule = Correction("alias", "agency", "Balai Contoh", form="B2M")
    assert after(rule) == FOUND


def test_the_longer_reading_wins() -> None:
    shorter = after(Correction("alias", "place", "Sana", form="Sana"))
    assert names(shorter.places) == ["Jakarta", "Kota Sana"]  # it stands inside longer names
    longer = after(Correction("alias", "agency", "Panitia", form="Balai Contoh Sana dan Dinas Anu"))
    assert names(longer.agencies) == ["Balai Contoh", "Panitia"]


def test_an_alias_takes_a_mention_of_its_very_span_from_any_kind() -> None:
    result = after(Correction("alias", "person", "Anu", form="Dinas Anu"))
    assert "Dinas Anu" not in names(result.agencies)
    assert result.people[-2] == Person("Anu", at("Dinas Anu"), corrected=True)


def test_a_role_is_given() -> None:
    result = after(Correction("role", "person", "Budi", to="saksi"))
    given = Person("Budi", at("Budi"), role="saksi", case_role="saksi", corrected=True)
    assert result.people[1] == given


def test_a_role_that_is_given_is_read_as_one_that_is_printed() -> None:
    person = after(Correction("role", "person", "Budi", to="Kapolda Bali")).people[1]
    assert (person.role, person.agency, person.case_role) == ("Kapolda Bali", "Polda Bali", None)
    person = after(Correction("role", "person", "Rina Wijaya", to="tersangka")).people[0]
    assert (person.office, person.agency, person.case_role) == (None, None, "tersangka")


def test_the_body_of_an_office_is_renamed_along() -> None:
    result = after(
        Correction("rename", "agency", "Balai Besar", to="Balai Induk"),
        Correction("rename", "place", "Kota Sana", to="Sana"),
    )
    assert (result.people[0].agency, result.people[0].place) == ("Balai Induk", "Sana")
    assert result.people[0].layer == "corrected"


def test_figures_and_quotes_are_rejected_by_their_text() -> None:
    result = after(
        Correction("reject", "figure", "7 orang"), Correction("reject", "quote", "Sudah pulang")
    )
    assert result.figures == ()
    assert [quote.text for quote in result.quotes] == ["Belum"]


def test_chains_lead_to_their_end_in_whatever_order_they_stand() -> None:
    one = Correction("rename", "agency", "Dinas Anu", to="Dinas Ini")
    two = Correction("merge", "agency", "Dinas Ini", to="Balai Contoh")
    assert after(one, two) == after(two, one)
    assert names(after(one, two).agencies) == ["Balai Contoh", "Balai Contoh Sana"]
    gone = Correction("reject", "agency", "Dinas Ini")
    assert "Dinas Ini" not in names(after(one, gone).agencies)


def test_the_exception_goes_before_the_rule() -> None:
    rules = (
        Correction("rename", "person", "Budi", to="Budi Satu"),
        Correction("rename", "person", "Budi", to="Budi Dua", articles=(ELSEWHERE,)),
    )
    assert names(after(*rules).people)[1] == "Budi Satu"
    assert names(after(*rules, article=ELSEWHERE).people)[1] == "Budi Dua"


@pytest.mark.parametrize(
    ("rules", "reason"),
    [
        (
            [Correction("rename", "agency", "A", to="B"), Correction("reject", "agency", "A")],
            "contradicts correction 1",
        ),
        (
            [Correction("rename", "agency", "A", to="B")] * 2,
            "says the same as correction 1",
        ),
        (
            [
                Correction("rename", "agency", "A", to="B"),
                Correction("merge", "agency", "B", to="C"),
                Correction("rename", "agency", "C", to="A"),
            ],
            "goes in a circle with correction 1 (which can be taken back): A → B → C → A",
        ),
        (
            [
                Correction("split", "person", "A", form="F", to="F"),
                Correction("merge", "person", "F", to="A"),
            ],
            "goes in a circle with correction 1",
        ),
        (
            [
                Correction("alias", "agency", "A", form="F"),
                Correction("alias", "place", "{B}", form="F"),
            ],
            "gives a form to two: correction 1 gives it to the agency A",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_itself_is_refused(rules: list[Correction], reason: str) -> None:
    with pytest.raises(ContradictionError, match=re.escape(reason)):
        check(rules)


def test_other_articles_make_no_circle() -> None:
    check(
        [
            Correction("rename", "person", "A", to="B", articles=("x",)),
            Correction("rename", "person", "B", to="A", articles=("y",)),
        ]
    )


# What holds for all corrections

NAMES = st.sampled_from(
    ["Balai Contoh", "Balai Contoh Sana", "Dinas Anu", "Rina Wijaya", "Budi", "Kota Sana",
     "Jakarta", "TPPO", "UU 21/2007", "Baru", "Lain"]
)  # fmt: skip
FORMS = st.sampled_from(
    ["BC", "B2MI", "Rina", "Balai Contoh", "korban", "Sana", "Contoh (BC) dan", "Dinas Anu ikut",
     "menyebut Balai", "tentang TPPO", "Rina Wijaya"]
)  # fmt: skip


@st.composite
def corrections(draw: st.DrawFn) -> tuple[Correction, ...]:
    """Corrections that the file would take: valid, and without contradiction."""
    kept: list[Correction] = []
    for _ in range(draw(st.integers(0, 7))):
        operation = draw(st.sampled_from(OPERATIONS))
        kind = draw(st.sampled_from(KINDS))
        to = draw(st.sampled_from(NAMED_KINDS) if operation == "retype" else NAMES)
        form = None
        if operation in ("alias", "split") or (operation == "reject" and draw(st.booleans())):
            form = draw(FORMS)
        articles = draw(st.sampled_from([(), (HERE,), (ELSEWHERE,)]))
        rule = Correction(operation, kind, draw(NAMES), form, to, articles)
        if operation in ("alias", "reject"):
            rule = replace(rule, to=None)
        try:
            rule = validated(rule)
            check([*kept, rule])
        except (Field, ContradictionError):
            continue
        kept.append(rule)
    return tuple(kept)


@given(corrections())
def test_corrected_twice_is_corrected_once(rules: tuple[Correction, ...]) -> None:
    once = after(*rules)
    assert corrected(once, PARTS, HERE, Routes(rules)) == once


@given(corrections())
def test_mentions_stand_in_the_text_and_apart(rules: tuple[Correction, ...]) -> None:
    result = after(*rules)
    held: dict[tuple[str, str], list[Mention]] = {}
    for kind, entity in entities_of(result):
        assert entity.name
        for mention in entity.mentions:
            assert PARTS[mention.part][mention.start : mention.end] == mention.form
            held.setdefault((group_of(kind), mention.part), []).append(mention)
    for mentions in held.values():
        mentions.sort()
        for one, other in pairwise(mentions):
            assert one.end <= other.start


@given(corrections())
def test_no_name_that_is_corrected_away_is_left(rules: tuple[Correction, ...]) -> None:
    result = after(*rules)
    for kind, entity in entities_of(result):
        route = Routes(rules).name_route((kind, entity.name), "", HERE)
        assert route.state == (kind, entity.name)


@given(corrections(), st.randoms())
def test_the_order_of_corrections_does_not_matter(
    rules: tuple[Correction, ...], random: object
) -> None:
    shuffled = list(rules)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert after(*shuffled) == after(*rules)


@given(corrections(), st.data())
def test_undo_gives_back_the_very_annotations(
    rules: tuple[Correction, ...], data: st.DataObject
) -> None:
    text = ""
    for rule in rules:
        text = with_correction(text, rule, "corrections.yaml")
    assert [entry.correction for entry in read_corrections(text, "")] == list(rules)
    for _ in rules:
        left = read_corrections(text, "")
        number = data.draw(st.integers(0, len(left) - 1))
        text = without_correction(text, number, "corrections.yaml")
    left = [entry.correction for entry in read_corrections(text, "")]
    assert left == []
    assert after(*left) is FOUND


def test_every_kind_of_entity_is_known() -> None:
    assert {kind for kind, _ in entities_of(FOUND)} == set(ENTITY_KINDS)


# The file

FILE = """\
# Ours, for the report of 2025.

corrections:
  # He is a singer.
  - reject: Anggun   # not the same
    kind: person
    in: [0123456789012345, "12e4000000000000"]

  - {rename: No, kind: agency, to: 'Nomor: satu'}
  # A note that stays.
  - alias: B2MI
    kind: agency
    of: BP2MI
    note: >
      printed wrongly
      by one outlet

# The end.
"""


def test_hand_written_files_are_read_as_they_are_written() -> None:
    found = [entry.correction for entry in read_corrections(FILE, "")]
    assert found == [
        Correction("reject", "person", "Anggun", articles=("0123456789012345", "12e4000000000000")),
        Correction("rename", "agency", "No", to="Nomor: satu"),
        Correction("alias", "agency", "BP2MI", form="B2MI", note="printed wrongly by one outlet"),
    ]


def test_comments_and_order_survive_an_addition() -> None:
    added = with_correction(FILE, Correction("role", "person", "Siti", to="Yes"), "")
    before, after = FILE.split("\n# The end.")
    assert added == (
        before.rstrip("\n") + '\n  - role: Siti\n    to: "Yes"\n' + "\n# The end." + after
    )


def test_what_is_taken_back_leaves_the_rest_as_it_was() -> None:
    kept = without_correction(FILE, 2, "")
    assert kept == FILE[: FILE.index("  - alias")] + FILE[FILE.index("\n# The end.") :]
    assert (
        without_correction(with_correction(FILE, Correction("reject", "place", "X"), ""), 3, "")
        == FILE
    )


@pytest.mark.parametrize(
    "text", ["", "# empty\n", "corrections:\n", "corrections: []  # none yet\n", "corrections: ~"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_empty_files_take_a_first_correction(text: str, end: str) -> None:
    rule = Correction("reject", "place", "Sana")
    added = with_correction(text.replace("\n", end), rule, "")
    assert [entry.correction for entry in read_corrections(added, "")] == [rule]
    assert "none yet" in added or "none yet" not in text


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("corrections: [", 2, "is no YAML"),
        ("- reject: X", 1, "must begin with the key 'corrections'"),
        ("corrections: X", 1, "must be a list"),
        ("corrections:\n  - X", 2, "must be fields and values"),
        ("rules: []", 1, "the key 'rules'"),
        ("corrections:\n  - kind: agency", 2, "must say one of reject, retype"),
        ("corrections:\n  - reject: X\n    rename: Y", 2, "says reject and rename"),
        ("corrections:\n  - reject: X\n    kind: agency\n    kind: place", 4, "kind: stands twice"),
        ("corrections:\n  - reject: X\n    kind: agency\n    too: Y", 4, "too: unknown field"),
        ("corrections:\n  - reject: X", 2, "kind: is missing from this reject"),
        ("corrections:\n  - reject: X\n    kind: lembaga", 3, "kind: reject is for agency"),
        ("corrections:\n  - rename: X\n    kind: agency\n    to: ''", 4, "to: is missing"),
        ("corrections:\n  - rename: X\n    kind: agency\n    to: X", 4, "to: is the same"),
        ("corrections:\n  - reject: ''\n    kind: agency", 2, "reject: is empty"),
        ("corrections:\n  - reject: [X]\n    kind: agency", 2, "reject: must be one value"),
        ("corrections:\n  - reject: X\n    kind: agency\n    in: []", 4, "in: must be ids"),
        ("corrections:\n  - retype: X\n    kind: agency\n    to: law", 4, "to: law is none of"),
        ("corrections:\n  - split: X\n    kind: agency", 2, "form: is missing"),
        ("corrections:\n  - alias: '--'\n    kind: agency\n    of: X", 2, "alias: holds no letter"),
        (
            "corrections:\n  - reject: X\n    kind: law\n\n  - rename: X\n    kind: law\n    to: Y",
            5,
            "contradicts line 2",
        ),
    ],
)  # fmt: skip
def test_errors_name_the_line_and_the_field(text: str, line: int, said: str) -> None:
    with pytest.raises(RuleError) as raised:
        read_corrections(text, "corrections.yaml")
    assert str(raised.value).startswith(f"corrections.yaml:{line}: ")
    assert said in str(raised.value)


def test_a_list_in_one_line_is_left_to_its_writer() -> None:
    text = "corrections: [{reject: X, kind: agency}, {reject: Y, kind: agency}]\n"
    assert len(read_corrections(text, "")) == 2
    with pytest.raises(RuleError, match="cannot be changed by the program"):
        with_correction(text, Correction("reject", "place", "Z"), "")
    with pytest.raises(RuleError, match="cannot be changed by the program"):
        without_correction(text, 0, "")


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(RuleError):
        read_corrections(text, "f")


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_any_name_can_be_written(name: str, to: str) -> None:
    try:
        rule = validated(Correction("rename", "agency", name, to=to, note=name + to))
    except Field:
        return
    text = with_correction("", rule, "f")
    assert [entry.correction for entry in read_corrections(text, "f")] == [rule]
