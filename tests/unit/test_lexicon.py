"""The lexicons of names are sound: complete, without doubles, with errors that name the line."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.entities.bodies import lexicon, load_lexicon
from index.entities.gazetteer import gazetteer, load_gazetteer
from index.entities.tokens import tokenize
from index.entities.vocabulary import load_vocabulary, vocabulary
from index.rules import RuleError, load_rules, packaged

FOLDER = packaged("index.entities", "lexicon")


def test_all_agencies_of_the_study_are_loaded() -> None:
    entries = load_rules(FOLDER / "agencies.yaml")["agencies"]
    entries += load_rules(FOLDER / "units.yaml")["units"]
    assert {entry["study"] for entry in entries if "study" in entry} == set(range(1, 147))


def test_provinces_regencies_and_cities_are_complete() -> None:
    provinces = load_rules(FOLDER / "places.yaml")["provinces"]
    assert len(provinces) == 38
    assert sum(len(entry["regencies"]) + len(entry["cities"]) for entry in provinces) == 514
    assert sum(len(entry["cities"]) for entry in provinces) == 98


def test_every_parent_is_an_entry() -> None:
    parents = lexicon().parents
    assert all(parent is None or parent in parents for parent in parents.values())


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Kemlu", "Kementerian Luar Negeri"),
        ("Badan Perlindungan Pekerja Migran Indonesia", "BP2MI"),
        ("Kementerian Hukum & HAM", "Kementerian Hukum dan Hak Asasi Manusia"),
        ("PDRM", "Polis Diraja Malaysia"),
    ],
)
def test_forms_lead_to_their_body(form: str, name: str) -> None:
    found = lexicon().aliases.longest(tokenize("", form), 0)
    assert found is not None
    assert found[1].body.name == name


def test_province_acronyms_lead_to_the_full_name() -> None:
    found = gazetteer().spots.longest(tokenize("", "Kalsel"), 0)
    assert found is not None
    assert found[1].name == "Kalimantan Selatan"


def test_short_acronyms_match_as_printed_only() -> None:
    assert lexicon().aliases.longest(tokenize("", "kpk"), 0) is None
    assert lexicon().aliases.longest(tokenize("", "KPK"), 0) is not None


def test_vocabulary_has_no_empty_list() -> None:
    words = vocabulary()
    assert words.given
    assert words.never
    assert "sim" not in words.never
    assert "SIM" in words.shouts


def _units(folder: Path) -> Path:
    path = folder / "units.yaml"
    path.write_text(
        "units: []\nheads: []\ntails: []\nkinds: []\njoiners: []\nmedia: []\nmasked: []\n"
        "buildings: []\nworks: []\nmembers: []\nintroducing: []\nareas: {}\n"
    )
    return path


def test_a_form_for_two_bodies_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yaml"
    path.write_text(
        "agencies:\n  - {name: Badan A, acronyms: [BA]}\n  - {name: B, aliases: [BA]}\n"
    )
    with pytest.raises(RuleError, match=r"agencies\.yaml:3: 'BA' stands for 'Badan A'"):
        load_lexicon(path, _units(tmp_path))


def test_an_unknown_parent_or_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yaml"
    path.write_text("agencies:\n  - {name: Badan A, parent: Nowhere}\n")
    with pytest.raises(RuleError, match="Nowhere"):
        load_lexicon(path, _units(tmp_path))
    path.write_text("agencies:\n  - {name: Badan A, alias: [BA]}\n")
    with pytest.raises(RuleError, match=":2: unknown key 'alias'"):
        load_lexicon(path, _units(tmp_path))


def test_links_and_dates_of_bodies_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yaml"
    path.write_text("agencies:\n  - {name: A, former: [{name: B, until: lama}]}\n")
    with pytest.raises(RuleError, match="'until' is a year"):
        load_lexicon(path, _units(tmp_path))
    path.write_text("agencies:\n  - {name: A, namesakes: [{name: B}]}\n")
    with pytest.raises(RuleError, match="'for' is missing"):
        load_lexicon(path, _units(tmp_path))
    path.write_text("agencies:\n  - {name: A}\n")
    units = _units(tmp_path)
    units.write_text(units.read_text().replace("areas: {}", "areas: {Polda X: [Depok]}"))
    with pytest.raises(RuleError, match="areas of the unknown unit 'Polda X'"):
        load_lexicon(path, units)
    units = _units(tmp_path)
    unit = "units: [{name: U, heads: [U], of: [place], above: Polda}]"
    units.write_text(units.read_text().replace("units: []", unit))
    with pytest.raises(RuleError, match="unknown unit above: 'Polda'"):
        load_lexicon(path, units)


def test_former_names_of_ministries_have_their_last_day() -> None:
    former = {body.name: dict(body.former) for body in lexicon().bodies if body.former}
    assert former["BP2MI"] == {"BNP2TKI": "2020-02"}
    assert former["Kementerian Luar Negeri"] == {"Departemen Luar Negeri": "2009"}


def test_lists_that_are_none_are_refused(tmp_path: Path) -> None:
    for name, load in (("places.yaml", load_gazetteer), ("roles.yaml", load_vocabulary)):
        path = tmp_path / name
        path.write_text("ordinary: 3\n")
        with pytest.raises(RuleError):
            load(path)
