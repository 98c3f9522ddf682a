"""A local web site with two origins: packages, the pages of the mock LMS, and a store an LMS keeps its data in."""

import json
import threading
import time
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".xml": "application/xml",
    ".vtt": "text/vtt",
    ".mp4": "video/mp4",
}

PACKAGE_HEADERS = {
    # What a careful LMS sends with content, and what Chromium is about to do by itself (checklist 20 and 50).
    "Content-Security-Policy": "script-src 'self'; object-src 'none'; base-uri 'none'",
    "Permissions-Policy": "unload=()",
}


@dataclass
class Site:
    """Folders by the first part of their address, and what was posted to `/store/<name>`."""

    folders: dict[str, Path]
    stores: dict[str, Any] = field(default_factory=dict)
    origins: list[str] = field(default_factory=list)
    _servers: list[ThreadingHTTPServer] = field(default_factory=list)

    def start(self) -> None:
        """Listen on two free ports of this machine: two origins for a browser."""
        for _ in range(2):
            server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, self))
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            self._servers.append(server)
            self.origins.append(f"http://127.0.0.1:{server.server_port}")

    def stop(self) -> None:
        """Close both ports."""
        for server in self._servers:
            server.shutdown()
            server.server_close()

    def publish(self, name: str, folder: Path) -> str:
        """Serve an unpacked package; its path on either origin, with a slash at the end."""
        self.folders[f"package/{name}"] = folder
        return f"/package/{name}/"

    def find(self, path: str) -> Path | None:
        """The file an address stands for, only ever inside a published folder."""
        for prefix, folder in self.folders.items():
            if path.startswith(f"/{prefix}/"):
                file = (folder / path.removeprefix(f"/{prefix}/")).resolve()
                if file.is_relative_to(folder.resolve()) and file.is_file():
                    return file
        return None


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # head and body in one packet: two would wait 40 ms for each other

    def __init__(self, site: Site, *args: Any) -> None:
        self.site = site
        super().__init__(*args)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        if address.path.startswith("/store/"):
            stored = self.site.stores.get(address.path.removeprefix("/store/"))
            return self._answer(200, json.dumps(stored).encode(), TYPES[".json"])
        if address.path == "/slow":
            time.sleep(float(parse_qs(address.query)["seconds"][0]))
            return self._answer(200, b"", "text/plain")
        if address.path == "/favicon.ico":  # browsers ask by themselves
            return self._answer(204, b"", "text/plain")
        file = self.site.find(address.path)
        if file is None:
            return self._answer(404, b"", "text/plain")
        headers = PACKAGE_HEADERS if address.path.startswith("/package/") else {}
        return self._answer(
            200, file.read_bytes(), TYPES.get(file.suffix, "application/octet-stream"), headers
        )

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.site.stores[urlsplit(self.path).path.removeprefix("/store/")] = json.loads(body)
        self._answer(200, json.dumps({"result": True, "errorCode": 0}).encode(), TYPES[".json"])

    def _answer(self, status: int, body: bytes, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        """Say nothing: pytest's output is for findings."""
