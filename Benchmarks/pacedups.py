"""UPS's token endpoints with a set time to think: for measuring, not for trying out; the sandbox is for that."""
import asyncio
import itertools
import json
import threading
import time
import urllib.parse


class PacedUPS:
    def __init__(self):
        self.pause = 0.0  # seconds before a token answer
        self.lifetime = 3599  # seconds that an access token lives
        self.refreshes = 0
        self._numbers = itertools.count(1)
        self._loop = asyncio.new_event_loop()
        started = threading.Event()
        threading.Thread(target=self._serve, args=[started], daemon=True).start()
        started.wait()

    def close(self):
        self._loop.call_soon_threadsafe(self._loop.stop)

    def _serve(self, started):
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(
            asyncio.start_server(self._answer, "127.0.0.1", 0, backlog=1024))
        self.address = "http://127.0.0.1:%d" % server.sockets[0].getsockname()[1]
        started.set()
        self._loop.run_forever()

    async def _answer(self, reader, writer):
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                length = next(
                    (int(line.split(":")[1]) for line in head.split("\r\n")
                     if line.lower().startswith("content-length:")), 0)
                form = urllib.parse.parse_qs((await reader.readexactly(length)).decode())
                path = head.split(" ")[1].split("?")[0]
                body = json.dumps(await self._reply(path, form)).encode()
                writer.write(
                    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                    % (len(body), body))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _reply(self, path, form):
        if path.endswith("/validate-client"):
            return {"result": "success", "LassoRedirectURL": self.address}
        if path.endswith("/refresh"):
            self.refreshes += 1
        await asyncio.sleep(self.pause)
        number = next(self._numbers)
        now = str(int(time.time() * 1000))
        return {
            "token_type": "Bearer", "status": "approved", "client_id": "bench", "issued_at": now,
            "access_token": f"access-{number}", "expires_in": str(self.lifetime),
            "refresh_token": f"refresh-{number}", "refresh_token_status": "approved", "refresh_count": "0",
            "refresh_token_issued_at": now, "refresh_token_expires_in": "5183999"}
