"""Trying again what other writers were in the way of."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from psycopg.errors import DeadlockDetected, SerializationFailure

from geodb.errors import DatabaseBusy

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

ATTEMPTS = 3


def retried(act: Callable[[], T]) -> T:
    """What `act`, which is a transaction of its own, returns. It is called up to ATTEMPTS times.

    Raises DatabaseBusy if it was chosen to give way each time; any other trouble at once.
    """
    for _ in range(ATTEMPTS - 1):
        try:
            return act()
        except DatabaseBusy as error:
            if not isinstance(error.__cause__, DeadlockDetected | SerializationFailure):
                raise
    return act()
