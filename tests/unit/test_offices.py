"""Roles read as office, body and place; who held an office when; parts in a case."""

from __future__ import annotations

import pytest

from index.article import BODY, Mention, Person
from index.entities.holders import holders, with_offices
from index.entities.roles import case_role, read_role
from index.entities.who import find_names


@pytest.mark.parametrize(
    ("role", "office", "agency", "place"),
    [
        ("Kapolda NTT", "Kepala", "Polda Nusa Tenggara Timur", "Nusa Tenggara Timur"),
        ("Dirjen Imigrasi", "Direktur Jenderal", "Direktorat Jenderal Imigrasi", None),
        ("Plt Dirjen Imigrasi", "Plt. Direktur Jenderal", "Direktorat Jenderal Imigrasi", None),
        ("mantan Menlu", "mantan Menteri", "Kementerian Luar Negeri", None),
        ("Menteri Luar Negeri", "Menteri", "Kementerian Luar Negeri", None),
        ("Kabid Humas Polda Jabar", "Kepala Bidang Hubungan Masyarakat", "Polda Jawa Barat",
         "Jawa Barat"),
        ("Gubernur Jawa Barat", "Gubernur", None, "Jawa Barat"),
        ("Presiden AS", "Presiden", None, "Amerika Serikat"),
        ("Direktur Eksekutif Migrant CARE", "Direktur Eksekutif", "Migrant CARE", None),
        ("pengamat politik", "Pengamat politik", None, None),
    ],
)  # fmt: skip
def test_a_printed_role_is_read(
    role: str, office: str, agency: str | None, place: str | None
) -> None:
    reading = read_role(role)
    assert (reading.office, reading.agency, reading.place) == (office, agency, place)


def test_an_empty_role_says_nothing() -> None:
    assert read_role("").office is None
    assert read_role("Plt").office is None


def test_the_latest_stage_of_a_case_counts() -> None:
    assert case_role(("korban", "saksi")) == "korban"
    assert case_role(("tersangka kasus TPPO", "terdakwa")) == "terdakwa"
    assert case_role(("pengamat",)) is None


def test_a_part_in_the_case_is_a_fact_of_the_person() -> None:
    found = find_names(None, "Polisi menangkap tersangka berinisial SS (37).", []).people
    assert (found[0].case_role, found[0].cue) == ("tersangka", "initials")


def person(name: str, role: str | None, case: str | None = None) -> Person:
    return Person(name, (Mention(BODY, 0, len(name), name),), role, case_role=case)


def test_a_bare_name_gets_the_full_name_of_who_held_the_office_then() -> None:
    asked = person("Retno", "Menlu")
    assert with_offices([asked], "2020-05-10")[0].full_name == "Retno Marsudi"
    assert with_offices([asked], "2020-05-10")[0].name == "Retno Marsudi"
    assert with_offices([person("Jokowi", "Presiden")], "2020-05-10")[0].name == "Joko Widodo"
    assert with_offices([person("Jokowi", "Presiden")], "2025-05-10")[0].name == "Joko Widodo"
    assert with_offices([asked], "2025-05-10")[0].full_name is None
    assert with_offices([asked], None)[0].full_name is None
    assert with_offices([person("Retno", "Menlu Rusia")], "2020-05-10")[0].full_name is None


def test_a_full_name_without_a_role_gets_its_office_marked_as_from_the_lexicon() -> None:
    found = with_offices([person("Silmy Karim", None)], "2023-06-01T10:00:00+07:00")[0]
    assert (found.office, found.agency) == ("Direktur Jenderal", "Direktorat Jenderal Imigrasi")
    assert found.from_lexicon
    assert found.role is None
    assert with_offices([person("Silmy Karim", None)], "2022-06-01")[0].office is None


def test_who_has_a_part_in_a_case_is_never_looked_up() -> None:
    found = with_offices([person("Silmy Karim", None, "saksi")], "2023-06-01")[0]
    assert found.office is None


def test_nobody_held_an_office_before_coming_into_it() -> None:
    for each in holders():
        assert each.after is None or each.first < each.after, each.name
