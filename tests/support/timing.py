"""How long the tests wait, scaled for slow builds (sanitizers)."""

import os
import time

_BY_PRESET = {"asan": 3.0, "tsan": 5.0}

SLOW = float(
    os.environ.get("REJOINDER_TEST_SLOW")
    or _BY_PRESET.get(os.environ.get("REJOINDER_PRESET", ""), 1.0)
)

# The bound of every wait on a socket. A test that reaches it has failed.
PATIENCE = 10.0 * SLOW


def milliseconds(count):
    """A duration setting: `milliseconds(300)` is "300ms", longer for slow builds."""
    return f"{int(count * SLOW)}ms"


def seconds(count):
    return count * SLOW


class Deadline:
    def __init__(self, patience=None):
        self._end = time.monotonic() + (PATIENCE if patience is None else patience)

    def left(self):
        return max(0.0, self._end - time.monotonic())

    def over(self):
        return time.monotonic() >= self._end
