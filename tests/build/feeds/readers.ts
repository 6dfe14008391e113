import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fromHtml } from "hast-util-from-html";
import type { Nodes } from "hast";
import { need } from "../../tools/need.ts";

/** A feed as a strict XML parser and as feedparser see it; see `read_feeds.py`. */
export interface ReadFeed {
  strict: {
    title: string | null;
    link: string | null;
    description: string | null;
    language: string | null;
    ttl: string | null;
    lastBuildDate: string | null;
    image: Record<"title" | "link" | "url" | "width" | "height", string | null>;
    links: Record<string, string>[];
    elements: string[];
    items: ReadItem[];
  };
  lenient: {
    bozo: boolean;
    why: string;
    items: {
      id: string;
      title: string;
      /** As HTML. */
      summary: string;
      published: number[];
      authors: string[];
    }[];
  };
}

export interface ReadItem {
  title: string | null;
  link: string | null;
  description: string | null;
  pubDate: string | null;
  guid: string | null;
  isPermaLink: string | null;
  creators: string[];
  content: string | null;
  updated: string | null;
  order: string[];
  media: (Record<"url" | "type" | "width" | "height", string> & {
    description: string | null;
    credit: string | null;
  })[];
}

/** Reads feeds of a bundle with Python's own XML parser and with feedparser, by path below the folder. */
export async function readFeeds(
  folder: string,
  paths: readonly string[],
): Promise<Map<string, ReadFeed>> {
  return runPython("read_feeds.py", folder, paths);
}

/** What xmllint says of feeds, an empty text if nothing. */
export async function xmllint(folder: string, paths: readonly string[]): Promise<string> {
  const run = spawnSync(await need("xmllint"), ["--noout", "--nonet", ...paths], {
    cwd: folder,
    encoding: "utf8",
  });
  return run.stdout + run.stderr;
}

/** What jing says of Atom feeds by the grammar of RFC 4287, an empty text if nothing. */
export async function jing(folder: string, paths: readonly string[]): Promise<string> {
  const grammar = join(import.meta.dirname, "atom.rnc");
  const run = spawnSync(await need("jing"), ["-c", grammar, ...paths], {
    cwd: folder,
    encoding: "utf8",
  });
  // Debian's own wrapper warns of jars that it can do without.
  return (run.stdout + run.stderr).replace(/^\[warning\].*\n?/gm, "");
}

/** An Atom feed as a strict XML parser sees it. */
export interface AtomRead {
  id: string | null;
  title: string | null;
  updated: string | null;
  language: string | null;
  isArchive: boolean;
  links: Record<string, string>[];
  entries: AtomEntryRead[];
}

export interface AtomEntryRead {
  id: string | null;
  title: string | null;
  link: string | null;
  summary: string | null;
  content: string | null;
  published: string | null;
  updated: string | null;
  authors: string[];
  media: string[];
}

/** Reads Atom feeds of a bundle with Python's own XML parser, by path below the folder. */
export async function readAtom(
  folder: string,
  paths: readonly string[],
): Promise<Map<string, AtomRead>> {
  return runPython("read_atom.py", folder, paths);
}

/** Runs a script of this folder on paths of a bundle: it prints an object by path. */
async function runPython<Read>(
  name: string,
  folder: string,
  paths: readonly string[],
): Promise<Map<string, Read>> {
  const python = await need("python3");
  const run = spawnSync(python, [join(import.meta.dirname, name), folder], {
    input: paths.join("\n"),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, PYTHONIOENCODING: "utf-8" },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return new Map(Object.entries(JSON.parse(run.stdout) as Record<string, Read>));
}

/** The text of HTML, as readers show it. */
export function shownText(html: string): string {
  const collect = (node: Nodes): string =>
    node.type === "text"
      ? node.value
      : "children" in node
        ? node.children.map(collect).join("")
        : "";
  return collect(fromHtml(html, { fragment: true }));
}

/** What sfeed makes of an entry. */
export interface SfeedItem {
  id: string;
  title: string;
  author: string;
  /** Seconds since 1970. */
  date: number;
}

/** Reads one feed of a bundle with sfeed: the entries in the feed's order. */
export async function sfeed(folder: string, path: string): Promise<SfeedItem[]> {
  const run = spawnSync(await need("sfeed"), {
    input: readFileSync(join(folder, path)),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(run.stderr);
  // sfeed(5): time, title, link, content, type of content, id, author, enclosure, categories.
  return run.stdout.split("\n").flatMap((line) => {
    if (line === "") return [];
    const [date = "", title = "", , , , id = "", author = ""] = line.split("\t");
    return [{ id, title, author, date: Number(date) }];
  });
}

/** What newsboat keeps of an item. */
export interface StoredItem {
  feed: string;
  guid: string;
  author: string;
  title: string;
  /** Seconds since 1970. */
  date: number;
}

const KEPT = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    "select feedurl, guid, author, title, pubDate from rss_item where deleted = 0")
json.dump([dict(zip(("feed", "guid", "author", "title", "date"), row)) for row in rows], sys.stdout)
`;

/** A newsboat with a memory of its own. `visit` lets it read feeds and gives all that it remembers since. */
export async function newsboat(): Promise<{
  visit: (feeds: ReadonlyMap<string, string>) => Promise<StoredItem[]>;
  remove: () => void;
}> {
  const home = mkdtempSync(join(tmpdir(), "stet-newsboat-"));
  const [program, python] = [await need("newsboat"), await need("python3")];
  writeFileSync(join(home, "config"), "reload-threads 2\ncleanup-on-quit no\n");
  return {
    async visit(feeds) {
      // It knows a feed by its address, so the same name must be the same file in every visit.
      const urls = [...feeds.values()].map((file) => pathToFileURL(file).href);
      writeFileSync(join(home, "urls"), `${urls.join("\n")}\n`);
      const cache = join(home, "cache.db");
      const args = ["-u", join(home, "urls"), "-c", cache, "-C", join(home, "config")];
      const run = spawnSync(program, [...args, "-x", "reload"], {
        encoding: "utf8",
        env: { ...process.env, HOME: home, LANG: "C.UTF-8", LC_ALL: "C.UTF-8" },
      });
      if (run.status !== 0) throw new Error(run.stdout + run.stderr);
      const names = new Map(
        [...feeds].map(([name, file]) => [pathToFileURL(file).href, name] as const),
      );
      const kept = spawnSync(python, ["-c", KEPT, cache], {
        encoding: "utf8",
        maxBuffer: 2 ** 30,
        env: { ...process.env, PYTHONIOENCODING: "utf-8" },
      });
      if (kept.status !== 0) throw new Error(kept.stderr);
      return (JSON.parse(kept.stdout) as StoredItem[]).map((item) => ({
        ...item,
        feed: names.get(item.feed) ?? item.feed,
      }));
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
