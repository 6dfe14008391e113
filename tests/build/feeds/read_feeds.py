"""Reads feeds as a reader does (feedparser) and as a strict XML parser does, and prints what both see as JSON.

Arguments: a folder, then paths of feeds below it. Nothing is fetched.
"""
import json
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"


def texts(element, *names):
    return {name: None if element is None else element.findtext(name) for name in names}


def strict(data):
    root = tree.fromstring(data)
    channel = root.find("channel")
    return {
        **texts(channel, "title", "link", "description", "language", "ttl", "lastBuildDate"),
        "image": texts(channel.find("image"), "title", "link", "url", "width", "height"),
        "links": [dict(link.attrib) for link in channel.findall(ATOM + "link")],
        "elements": sorted({element.tag for element in root.iter()}),
        "items": [
            {
                **texts(item, "title", "link", "description", "pubDate"),
                "guid": item.findtext("guid"),
                "isPermaLink": item.find("guid").attrib.get("isPermaLink"),
                "creators": [one.text for one in item.findall(DC + "creator")],
                "content": item.findtext(CONTENT + "encoded"),
                "updated": item.findtext(ATOM + "updated"),
                "order": [child.tag for child in item],
                "media": [
                    {
                        **one.attrib,
                        "description": one.findtext(MEDIA + "description"),
                        "credit": one.findtext(MEDIA + "credit"),
                    }
                    for one in item.findall(MEDIA + "content")
                ],
            }
            for item in channel.findall("item")
        ],
    }


def lenient(data):
    feed = feedparser.parse(data, response_headers={"content-type": "application/rss+xml; charset=utf-8"})
    return {
        "bozo": bool(feed.bozo),
        "why": str(feed.get("bozo_exception", "")),
        "items": [
            {
                "id": entry.get("id"),
                "title": entry.get("title"),
                "summary": entry.get("summary"),
                "published": list(entry.get("published_parsed") or [])[:6],
                "authors": [author.get("name") for author in entry.get("authors", [])],
            }
            for entry in feed.entries
        ],
    }


folder = Path(sys.argv[1])
result = {}
for path in sys.stdin.read().split("\n"):
    if path:
        data = (folder / path).read_bytes()
        result[path] = {"strict": strict(data), "lenient": lenient(data)}
json.dump(result, sys.stdout)
