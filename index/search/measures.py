"""The names of measures that a query may use."""

from __future__ import annotations

from functools import cache

_FILE = "measures.yaml"


@cache
def measure_names() -> dict[str, str]:
    """Each name that a query may give a measure, and the measure's key.

    Raises:
        RuleError: ``measures.yaml`` cannot be used.
    """
    # Here, not above: a query without figures needs no YAML.
    from index.rules import RuleError, check_keys, load_rules, packaged

    data = load_rules(packaged("index.search", _FILE))
    check_keys(_FILE, data, required=("measures",))
    names: dict[str, str] = {}
    for key, aliases in data["measures"].items():
        if not isinstance(aliases, list):
            raise RuleError(_FILE, data["measures"].line, f"{key!r} must have a list of names")
        for name in (key, *map(str, aliases)):
            if names.setdefault(name, key) != key:
                raise RuleError(_FILE, data["measures"].line, f"the name {name!r} stands twice")
    return names
