"""The command palette, fed from the table of commands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.commands import COMMANDS, Command, key_name


class CommandProvider(Provider):
    """Offers every command that can be run by name."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in COMMANDS:
            if command.runnable:
                yield DiscoveryHit(command.words, self._runner(command), help=_keys(command))

    async def search(self, query: str) -> Hits:
        """Those whose sentence matches."""
        matcher = self.matcher(query)
        for command in COMMANDS:
            score = matcher.match(command.words) if command.runnable else 0
            if score > 0:
                shown = matcher.highlight(command.words)
                yield Hit(score, shown, self._runner(command), help=_keys(command))

    def _runner(self, command: Command) -> Callable[[], object]:
        return partial(self.app.run_action, command.action, self.screen)


def _keys(command: Command) -> str:
    keys = dict.fromkeys(key for place in command.keys.values() for key in place)
    return " ".join(map(key_name, keys))
