"""Says in Russian, before a long build, that the port of the preview is taken: `port.py 8000`."""

from __future__ import annotations

import socket
import sys


def is_free(port: int) -> bool:
    """Whether a server may listen on `port` of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    if not is_free(wanted):
        print(f"Порт {wanted} занят другой программой. Возьмите соседний: make site PORT={wanted + 1}")
        sys.exit(1)
