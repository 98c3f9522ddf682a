"""Serves an unpacked package over HTTP, text compressed, as a learning system's server would."""

from __future__ import annotations

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from zipfile import ZipFile

_TEXT = ("text/", "application/javascript", "image/svg")


@contextmanager
def served(package: Path) -> Iterator[str]:
    """Serve what is in a zip; the address of its root, without the slash at the end."""
    with ZipFile(package) as zipped:
        files = {f"/{name}": zipped.read(name) for name in zipped.namelist()}
    files["/lms.html"] = b"<!DOCTYPE html><title>LMS</title><button>open</button>"
    packed = cache(lambda path: gzip.compress(files[path], 6, mtime=0))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            if path not in files:
                self.send_response(404)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
            text = kind.startswith(_TEXT)
            body = packed(path) if text else files[path]
            self.send_response(200)
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
            self.send_header("Content-Length", str(len(body)))
            if text:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing: the table is what is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
