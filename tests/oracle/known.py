"""Everything that the ledgers of drawn zones say, in one place for the questions."""

from __future__ import annotations

from tests.oracle.duties import Duties
from tests.oracle.faults import Faults
from tests.oracle.filing import Filing
from tests.oracle.placing import Placing
from tests.oracle.posts import Posts
from tests.oracle.service import Service


class Known(Filing, Placing, Posts, Duties, Service, Faults):
    """All facts of the zones."""
