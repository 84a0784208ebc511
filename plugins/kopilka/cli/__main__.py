"""`python -m kopilka.cli`."""

from __future__ import annotations

import sys

from kopilka.cli.main import main

sys.exit(main())
