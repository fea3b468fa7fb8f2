"""One SQLite file: opening, creating, checking it, and a connection for each thread."""

from __future__ import annotations

import sqlite3
import threading
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from index.errors import ArchiveError
from index.store.copy_tables import COPY_TABLES
from index.store.memory_tables import MEMORY_TABLES
from index.store.schema import FORMAT, TABLES

# "TPPO" in ASCII: tells our database from any other SQLite file.
APPLICATION_ID = 0x5450504F


class DatabaseError(ArchiveError):
    """The database cannot be used; the message says why, for people."""


class Database:
    """The database of record of one archive; each thread gets a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._uri = f"file:{quote(str(path))}"
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    @classmethod
    def open(cls, path: Path) -> Database:
        """Opens the database at ``path``.

        Raises:
            DatabaseError: there is none, it is another program's, damaged, or newer than this one.
        """
        if not path.is_file():
            raise DatabaseError(f"{path} does not exist")
        database = cls(path)
        try:
            try:
                database.value("SELECT count(*) FROM sqlite_master")
            except sqlite3.OperationalError:
                # The log of a database needs a folder that can be written; a copy on a share or a
                # disk that cannot is read as it stands.
                database.close()
                database._uri = f"file:{quote(str(path))}?mode=ro&immutable=1"
            found = database.value("SELECT application_id FROM pragma_application_id")
            version = database.value("SELECT user_version FROM pragma_user_version")
        except sqlite3.Error as error:
            database.close()
            raise DatabaseError(f"{path} cannot be read: {error}") from error
        if found != APPLICATION_ID:
            database.close()
            raise DatabaseError(f"{path} is not an archive of tppo-tui")
        if version != FORMAT:
            database._bring_up_to_date(version)
        return database

    def _bring_up_to_date(self, version: object) -> None:
        from index.store.upgrade import upgrade

        try:
            if not isinstance(version, int) or not 0 < version < FORMAT:
                raise DatabaseError(
                    f"{self.path} has format {version}, this program reads format {FORMAT}; "
                    "use the tppo-tui that wrote it"
                )
            upgrade(self.connection, version)
        except sqlite3.Error as error:
            self.close()
            raise DatabaseError(
                f"{self.path} has format {version} and cannot be brought to format {FORMAT}: "
                f"{error}"
            ) from error
        except DatabaseError:
            self.close()
            raise

    @staticmethod
    def blank(path: Path) -> bool:
        """Whether ``path`` is missing, or what a ``create`` left that was killed: no tables yet."""
        if not path.exists():
            return True
        try:
            with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
                tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
                return bool(tables[0] == 0)
        except sqlite3.Error:
            return False

    @classmethod
    def create(cls, path: Path) -> Database:
        """Makes an empty database at ``path``, whose folder must exist.

        Raises:
            DatabaseError: it cannot be written there.
        """
        database = cls(path)
        try:
            connection = database.connection
            connection.execute("PRAGMA journal_mode = WAL")
            # One script, one transaction: a kill leaves no tables or all of them.
            connection.executescript(
                f"BEGIN IMMEDIATE;{TABLES}{COPY_TABLES}{MEMORY_TABLES}"
                f"INSERT INTO meta VALUES ('archive', '{uuid.uuid4().hex}'), ('change', '0');"
                f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {FORMAT}; COMMIT;"
            )
        except sqlite3.Error as error:
            database.close()
            raise DatabaseError(f"{path} cannot be created: {error}") from error
        return database

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection; opened on first use."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            # Autocommit: transactions are the ones that `transaction` opens, and no others.
            connection = sqlite3.connect(
                self._uri, uri=True, timeout=30, isolation_level=None, check_same_thread=False
            )
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA cache_size = -65536")
            self._local.connection = connection
            with self._lock:
                self._connections.append(connection)
        return connection

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A write transaction: all of it, or nothing when the block raises.

        Raises:
            DatabaseError: another process holds the write lock for over 30 seconds, or the disk
                is full.
        """
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            raise DatabaseError(f"{self.path} cannot be written: {error}") from error
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.OperationalError):
                raise DatabaseError(f"{self.path} cannot be written: {error}") from error
            raise

    def value(self, statement: str, *parameters: object) -> object:
        """The first column of the first row, or None."""
        row = self.connection.execute(statement, parameters).fetchone()
        return row[0] if row else None

    def number(self, statement: str, *parameters: object) -> int:
        """``value`` as a whole number; 0 where there is none."""
        found = self.value(statement, *parameters)
        return int(found) if isinstance(found, int | float | str) else 0

    @property
    def archive_id(self) -> str:
        """The random name that this archive got when it was created."""
        return str(self.value("SELECT value FROM meta WHERE key = 'archive'"))

    @property
    def change(self) -> int:
        """The number of the last change: it grows with every write to an article."""
        return self.number("SELECT value FROM meta WHERE key = 'change'")

    def next_change(self) -> int:
        """Counts one change further; to be called inside a transaction."""
        self.connection.execute("UPDATE meta SET value = value + 1 WHERE key = 'change'")
        return self.change

    def close(self) -> None:
        """Closes the connections of all threads."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()
