"""`geodb resolve`: how a forecast came out."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from geodb.cli.connect import connected

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


def resolve(
    key: Annotated[
        str, typer.Argument(help="Key of a forecast or scenario outcome; its prefix may be left out.")
    ],
    *,
    outcome: Annotated[str | None, typer.Option(help="true, false, partly, ambiguous or annulled.")] = None,
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Day on which it was decided.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Key of the event that decided it.")] = None,
    source: Annotated[str | None, typer.Option(help="Key of the source that says so.")] = None,
    why: Annotated[str | None, typer.Option(help="Why it counts so.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the resolution back.")] = False,
) -> None:
    """Say how a forecast came out, or take that back. Both stay in the history."""
    if undo:
        if outcome or on or by or source:
            raise typer.BadParameter("--undo takes nothing but --why")
        line = _undo(key, why)
    elif outcome is None or on is None:
        raise typer.BadParameter("give --outcome and --on, or --undo")
    else:
        line = _resolve(key, outcome, on.date(), by=by, source=source, why=why)
    typer.echo(line)


def _undo(key: str, why: str | None) -> str:
    from geodb.repositories import Repositories
    from geodb.repositories.keys import full_key

    reason = why or f"undo the resolution of {key}"
    with connected() as database, database.transaction(reason=reason) as session:
        forecast = Repositories(session).assessments.reopen(full_key(session, key))
    return f"open again: {forecast.label}"


def _resolve(key: str, outcome: str, on: date, *, by: str | None, source: str | None, why: str | None) -> str:
    from geodb.repositories import Repositories
    from geodb.repositories.keys import full_key

    with connected() as database, database.transaction(reason=why or f"resolve {key}") as session:
        geo = Repositories(session)
        forecast = geo.assessments.get(full_key(session, key))
        by_event, said_by = (given and full_key(session, given) for given in (by, source))
        geo.codes.get("resolution_outcome", outcome)
        geo.assessments.resolve(forecast.key, outcome, on, by_event=by_event, source=said_by, reason=why)
        return f"{forecast.label}: {outcome}, decided on {on}{_score(session, forecast.key)}"


def _score(session: Session, key: str) -> str:
    from sqlalchemy import text

    brier = session.scalar(text("SELECT brier FROM api.assessment WHERE key = :key"), {"key": key})
    return "; not scored" if brier is None else f"; Brier score {brier:.2f}"
