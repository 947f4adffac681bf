"""Runs Debian's newsboat on a terminal of its own against a Google Reader API.

Standard input: the server's address, the key, and keystrokes (one line each; no keystrokes = none but the reload).
Standard output: what newsboat then has in its cache, a JSON object an article (title, link, feed, unread), in the order of titles.
"""
import json
import os
import pty
import select
import sqlite3
import subprocess
import sys
import tempfile
import time

PATIENCE = 60


def settings(folder, server, key):
    path = os.path.join(folder, "config")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f'urls-source "feedhq"\nfeedhq-url "{server}"\nfeedhq-login "reader"\nfeedhq-password "{key}"\nfeedhq-flag-star "s"\nfeedhq-min-items 100\n')
    return ["newsboat", "-C", path, "-c", os.path.join(folder, "cache.db"), "-u", os.path.join(folder, "urls")]


def screen_until(terminal, words, screen):
    """Reads until the words were shown; they must come after what was read before."""
    begin, end = len(screen), time.monotonic() + PATIENCE
    while words not in bytes(screen[begin:]):
        if time.monotonic() > end:
            raise TimeoutError(f"newsboat never showed {words!r}: {bytes(screen[begin:])!r}")
        if select.select([terminal], [], [], 1)[0]:
            screen.extend(os.read(terminal, 65536))


def type_keys(program, steps):
    """Each step: keys, a tab, and the words that they bring onto the screen."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(program[0], program)
    screen = bytearray()
    screen_until(terminal, b"Your feeds", screen)
    for step in steps:
        keys, words = step.split("\t")
        os.write(terminal, keys.replace("^E", "\x05").replace("^M", "\r").encode())
        if words:
            screen_until(terminal, words.encode(), screen)
    while True:
        try:
            if not os.read(terminal, 65536):
                break
        except OSError:
            break
    return os.waitpid(pid, 0)[1]


def main():
    server, key, *steps = sys.stdin.read().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(HOME=folder, TERM="xterm", LANG="C.UTF-8", LINES="40", COLUMNS="120")
        program = settings(folder, server.rstrip("/"), key)
        subprocess.run([*program, "-x", "reload"], check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)
        if steps and (status := type_keys(program, steps)) != 0:
            raise SystemExit(f"newsboat ended with {status}")
        with sqlite3.connect(os.path.join(folder, "cache.db")) as cache:
            for title, link, feed, unread in cache.execute("SELECT i.title, i.url, f.title, i.unread FROM rss_item i JOIN rss_feed f ON f.rssurl = i.feedurl ORDER BY i.title"):
                print(json.dumps({"title": title, "link": link, "feed": feed, "unread": bool(unread)}))


main()
