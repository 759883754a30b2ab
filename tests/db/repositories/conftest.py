from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from geodb.repositories import Repositories

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


@pytest.fixture
def geo(session: Session) -> Repositories:
    return Repositories(session)
