"""Worker processes: they end when the process that started them does, and leave Ctrl-C to it."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from threading import Thread
from typing import Any


class Workers:
    """A pool of processes that work for one call after the other."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def map(
        self, work: Callable[..., Any], *inputs: list[Any] | tuple[Any, ...], chunksize: int = 1
    ) -> Iterator[Any]:
        """Yield what `work` makes of the inputs, in their order."""
        with _interrupts_held_back():
            return self._pool.map(work, *inputs, chunksize=chunksize)


@contextmanager
def workers(jobs: int, prepare: Callable[..., None], *arguments: object) -> Iterator[Workers]:
    """So many processes, each of which calls `prepare` first. Spawned: forked, they would share a connection.

    What is not begun is not done any more once the caller raises. An interrupt ends what is begun, too: the
    database undoes it.
    """
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), _begin, (prepare, arguments))
    try:
        yield Workers(pool)
    except KeyboardInterrupt:
        for process in set(multiprocessing.active_children()) - others:
            process.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _interrupts_held_back() -> Iterator[None]:
    """Hold Ctrl-C back while processes are started: they inherit that, and never see it."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(prepare: Callable[..., None], arguments: tuple[object, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    prepare(*arguments)


def _end_with_parent() -> None:
    """Wait for the end of the parent, by kill -9 too, and end at once: the database undoes what is open."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
