"""Reads feeds by feedparser: python3 feeds.py, one address a line on standard input; a line of JSON for each."""
import json
import sys
import time

import feedparser

for address in sys.stdin.read().split():
    feed = feedparser.parse(address)
    items = [
        {
            "title": entry.title,
            "link": entry.link,
            "published": time.strftime("%Y-%m-%dT%H:%M:%SZ", entry.published_parsed),
            "categories": [tag.term for tag in entry.get("tags", [])],
        }
        for entry in feed.entries
    ]
    print(json.dumps({"title": feed.feed.title, "items": items, "isBroken": bool(feed.bozo)}))
