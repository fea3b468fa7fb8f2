"""The command palette, fed from the table of commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.commands import COMMANDS, Command, key_name


class CommandProvider(Provider):
    """Offers every command that can be run by name."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for command in self._commands:
            yield DiscoveryHit(command.words, self._runner(command), help=_keys(command))

    async def search(self, query: str) -> Hits:
        """Those whose sentence matches."""
        matcher = self.matcher(query)
        for command in self._commands:
            score = matcher.match(command.words)
            if score > 0:
                shown = matcher.highlight(command.words)
                yield Hit(score, shown, self._runner(command), help=_keys(command))

    @property
    def _commands(self) -> Iterator[Command]:
        """The commands that can be run by name and that this screen knows."""
        for command in COMMANDS:
            owner, _, call = command.action.partition(".")
            holder = self.app if owner == "app" else self.screen
            if command.runnable and hasattr(holder, f"action_{call.partition('(')[0]}"):
                yield command

    def _runner(self, command: Command) -> Callable[[], object]:
        return partial(self.app.run_action, command.action, self.screen)


def _keys(command: Command) -> str:
    keys = dict.fromkeys(key for place in command.keys.values() for key in place)
    return " ".join(map(key_name, keys))
