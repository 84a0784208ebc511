"""`python -m kopilka.cli`."""

import sys

from kopilka.cli.main import main

sys.exit(main())
