"""Reads Atom feeds as a strict XML parser does, checks that feedparser takes them, and prints what is in them as JSON.

Arguments: a folder; paths of feeds below it come one a line. Nothing is fetched.
"""
import json
import sys
import xml.etree.ElementTree as tree
from pathlib import Path

import feedparser

ATOM = "{http://www.w3.org/2005/Atom}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
MEDIA = "{http://search.yahoo.com/mrss/}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def texts(element, *names):
    return {name: element.findtext(ATOM + name) for name in names}


def entry(element):
    links = [link.get("href") for link in element.findall(ATOM + "link") if link.get("rel") == "alternate"]
    return {
        **texts(element, "id", "title", "summary", "content", "published", "updated"),
        "link": links[0] if len(links) == 1 else None,
        "authors": [author.findtext(ATOM + "name") for author in element.findall(ATOM + "author")],
        "media": [one.get("url") for one in element.findall(MEDIA + "content")],
    }


def read(data):
    parsed = feedparser.parse(data, response_headers={"content-type": "application/atom+xml; charset=utf-8"})
    root = tree.fromstring(data)
    feed = {
        **texts(root, "id", "title", "updated"),
        "language": root.get(LANG),
        "isArchive": root.find(HISTORY + "archive") is not None,
        "links": [dict(link.attrib) for link in root.findall(ATOM + "link")],
        "entries": [entry(one) for one in root.findall(ATOM + "entry")],
    }
    if parsed.bozo or [one.get("id") for one in parsed.entries] != [one["id"] for one in feed["entries"]]:
        raise SystemExit(f"feedparser sees something else: {parsed.get('bozo_exception')}")
    return feed


folder = Path(sys.argv[1])
paths = [path for path in sys.stdin.read().split("\n") if path]
json.dump({path: read((folder / path).read_bytes()) for path in paths}, sys.stdout)
