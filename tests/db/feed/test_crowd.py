"""Many writers at once, some of whom are killed, and a consumer beside them."""

from __future__ import annotations

import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg

from geodb.services.feed import follow
from tests.db.feed.writing import Connection, connect, insert, relabel

if TYPE_CHECKING:
    from geodb.db.session import Database

WRITERS = 8
SECONDS = 6.0
ROWS_IN_COMMON = 5


class Crowd:
    """Writers that insert rows of their own and relabel common ones until they are told to go home."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.over = threading.Event()
        self.backends: dict[int, int] = {}
        self.commits = 0
        self.kills = 0

    def write(self, number: int) -> None:
        chance = random.Random(number)  # noqa: S311 - not for secrets
        count = 0
        while not self.over.is_set():
            try:
                with connect(self.db) as connection:
                    self.backends[number] = connection.info.backend_pid
                    while not self.over.is_set():
                        count += 1
                        write_something(connection, chance, f"{number}-{count}")
                        connection.commit()
                        self.commits += 1
            except (psycopg.errors.DeadlockDetected, psycopg.OperationalError):
                continue  # killed, or the victim of a deadlock: come again

    def kill(self) -> None:
        chance = random.Random(99)  # noqa: S311 - not for secrets
        with connect(self.db, autocommit=True) as killer:
            while not self.over.is_set():
                victim = self.backends.get(chance.randrange(WRITERS), 0)
                killed = killer.execute("SELECT pg_terminate_backend(%s) WHERE %s > 0", [victim, victim])
                self.kills += killed.fetchone() == (True,)
                time.sleep(chance.uniform(0.05, 0.2))


def write_something(connection: Connection, chance: random.Random, key: str) -> None:
    for step in range(chance.randint(1, 4)):
        insert(connection, f"{key}-{step}")
        if chance.random() < 0.4:
            relabel(connection, f"common-{chance.randrange(ROWS_IN_COMMON)}", key)
        time.sleep(chance.uniform(0, 0.02))


def consume(db: Database, seen: list[int], last_image: dict[str, str], enough: threading.Event) -> None:
    for change in follow(db, poll_seconds=0.2):
        seen.append(change.change_id)
        if change.record_key == "test:end":
            return
        last_image[change.record_key or ""] = change.after or ""
        enough.set()


def test_a_consumer_beside_eight_writers_that_get_killed_sees_every_change_once(db: Database) -> None:
    seen: list[int] = []
    last_image: dict[str, str] = {}
    crowd, started = Crowd(db), threading.Event()
    with connect(db) as setup:
        for number in range(ROWS_IN_COMMON):
            insert(setup, f"common-{number}")
    with ThreadPoolExecutor(WRITERS + 2) as pool:
        consumer = pool.submit(consume, db, seen, last_image, started)
        assert started.wait(5)
        jobs = [pool.submit(crowd.write, number) for number in range(WRITERS)]
        jobs.append(pool.submit(crowd.kill))
        time.sleep(SECONDS)
        crowd.over.set()
        for job in jobs:
            job.result(timeout=5)
        with connect(db) as closing:
            insert(closing, "end")
        consumer.result(timeout=5)

    assert crowd.commits > 100
    assert crowd.kills > 10
    with connect(db) as reader:
        assert seen == [row[0] for row in reader.execute("SELECT id FROM audit.change ORDER BY id")]
        standing = dict(reader.execute("SELECT key, to_jsonb(r)::text FROM geodb.record r").fetchall())
    common = {key: image for key, image in standing.items() if key.startswith("test:common-")}
    assert {key: last_image[key] for key in common} == common
