"""`python -m smtrain` is the same as `smtrain`."""

import sys

from smtrain.cli import main

if __name__ == "__main__":
    sys.exit(main())
