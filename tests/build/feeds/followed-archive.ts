import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An entry of an Atom document, as text. */
interface Entry {
  id: string;
  updated: string;
  text: string;
}

interface AtomDocument {
  /** Everything before the first entry. */
  head: string;
  updated: string;
  entries: Entry[];
  /** Address of the archive page before it. */
  previous?: string;
}

/** What a program that follows archives (RFC 5005, section 4) makes of the main feed of a bundle. */
export interface FollowedArchive {
  /** Ids of the entries of the feed itself. */
  inFeed: string[];
  /** The archive pages that it came by, by path below the bundle, the newest first: their texts. */
  pages: Map<string, string>;
  /** Of each id the entry that counts. */
  entries: Map<string, string>;
  /** The feed with all these entries, for readers that do not follow archives. */
  joined: string;
}

/**
 * Follows the main feed of a bundle back to its beginning. Of two entries with one id that counts which was updated
 * last, or else which stands in the document that was. `home` is the public address of the bundle, with a slash.
 */
export function followArchive(out: string, home: string): FollowedArchive {
  const feed = read(readFileSync(join(out, "atom.xml"), "utf8"));
  const pages = new Map<string, string>();
  const documents = [feed];
  for (let next = feed.previous; next !== undefined;) {
    const path = decodeURI(next.slice(home.length));
    if (!next.startsWith(home) || pages.has(path)) throw new Error(`${next} leads nowhere.`);
    const text = readFileSync(join(out, path), "utf8");
    pages.set(path, text);
    const page = read(text);
    documents.push(page);
    next = page.previous;
  }
  const best = new Map<string, { entry: Entry; document: AtomDocument }>();
  for (const document of documents) {
    for (const entry of document.entries) {
      const other = best.get(entry.id);
      if (other === undefined || rank(entry, document) > rank(other.entry, other.document))
        best.set(entry.id, { entry, document });
    }
  }
  const entries = new Map([...best].map(([id, { entry }]) => [id, entry.text] as const));
  return {
    inFeed: feed.entries.map(({ id }) => id),
    pages,
    entries,
    joined: `${feed.head}${[...entries.values()].join("")}</feed>`,
  };
}

function rank({ updated }: Entry, document: AtomDocument): string {
  return `${updated} ${document.updated}`;
}

function read(text: string): AtomDocument {
  const at = text.search(/<entry[\s>]|<\/feed>/);
  const head = text.slice(0, at);
  // Texts are escaped, so these tags are the format's own.
  const entries = (text.slice(at).match(/<entry[\s>][^]*?<\/entry>/g) ?? []).map((entry) => ({
    id: element(entry, "id"),
    updated: element(entry, "updated"),
    text: entry,
  }));
  const previous = /<link href="([^"]*)" rel="prev-archive"/.exec(head)?.[1];
  return {
    head,
    updated: element(head, "updated"),
    entries,
    ...(previous === undefined ? {} : { previous }),
  };
}

function element(text: string, name: string): string {
  const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1];
  if (found === undefined) throw new Error(`There is no ${name} in ${text.slice(0, 200)}`);
  return found;
}
