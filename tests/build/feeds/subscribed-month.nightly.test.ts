import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { missingTools } from "../../tools/need.ts";
import { GOOD_PUBLICATION } from "../bad-inputs/good-publication.ts";
import { checkoutOf } from "../checkout.ts";
import { assertBuilt, buildIn } from "../checkout-commands.ts";
import { writeContent } from "../publication.ts";
import { chanceFrom, seedFrom } from "../random.ts";
import { commitNumber } from "../../runner/tier.ts";
import { followArchive } from "./followed-archive.ts";
import type { FollowedArchive } from "./followed-archive.ts";
import { newsboat } from "./readers.ts";
import { rss2email } from "./rss2email.ts";

/** An article as it stands in the content folder. */
interface Piece {
  number: number;
  folder: string;
  slug: string;
  ending: "md" | "mdx";
  date: string;
  aliases: string[];
  headline: number;
  corrected?: string;
}

const MONTH = "2026-10";
const DAYS = 31;
/** A day of more articles than a feed holds, and all without a time: in the evening there are more than at noon. */
const CROWDED = 14;
const CROWD = [40, 30];

const seed = seedFrom("STET_TEST_SEED", commitNumber());
const chance = chanceFrom(seed);
const base = mkdtempSync(join(tmpdir(), "stet-month-"));
const options = buildIn(base, "");
const joined = join(base, "joined.xml");
const without = await missingTools(["python3", "newsboat", "r2e"]);

const pieces: Piece[] = [];
let home = "https://paper.example/";
let boat: Awaited<ReturnType<typeof newsboat>>;
let post: Awaited<ReturnType<typeof rss2email>>;

beforeAll(async () => {
  if (without !== false) return;
  for (const [file, content] of Object.entries(GOOD_PUBLICATION))
    if (!file.startsWith("articles/")) writeContent(options.content, file, content);
  [boat, post] = [await newsboat(), await rss2email()];
});
afterAll(() => {
  if (without === false) for (const reader of [boat, post]) reader.remove();
  rmSync(base, { recursive: true, force: true });
});

const dayOf = (day: number): string => `${MONTH}-${String(day).padStart(2, "0")}`;

function fileOf({ folder, slug, ending }: Piece): string {
  return `articles/${folder}/${slug}.${ending}`;
}

function write(piece: Piece): void {
  const { number, date, aliases, headline, corrected } = piece;
  const lines = [
    `title: "Piece ${number}, headline ${headline}"`,
    `description: What <piece> ${number} says & means.`,
    "category: engines",
    "author: ada",
    `date: ${date}`,
    ...(aliases.length === 0 ? [] : [`aliases: [${aliases.join(", ")}]`]),
    ...(corrected === undefined
      ? []
      : [`corrections: [{ date: ${corrected}, note: It was seven. }]`]),
  ];
  writeContent(
    options.content,
    fileOf(piece),
    `---\n${lines.join("\n")}\n---\n\nThe whole text of piece ${number}.\n`,
  );
}

/** Writes an article anew, at another place where that has changed, and leaves its old address behind. */
function change(piece: Piece, changes: Partial<Piece>): void {
  rmSync(join(options.content, fileOf(piece)));
  const before = `/${piece.folder}/${piece.slug}/`;
  Object.assign(piece, changes);
  if (before !== `/${piece.folder}/${piece.slug}/`)
    piece.aliases.push(
      chance.one([before, before.slice(0, -1), new URL(home).pathname + before.slice(1)]),
    );
  write(piece);
}

function add(day: number, timed = chance.next() < 0.5): void {
  const hour = String(chance.below(11)).padStart(2, "0");
  const number = pieces.length + 1;
  const piece: Piece = {
    number,
    folder: "2026/10",
    slug: `piece-${number}-${chance.below(1000)}`,
    ending: chance.one(["md", "mdx"]),
    date: timed ? `${dayOf(day)}T${hour}:30:00Z` : dayOf(day),
    aliases: [],
    headline: 1,
  };
  pieces.push(piece);
  write(piece);
}

/** What may happen to an article on a day. */
const HAPPENINGS: ((piece: Piece, day: number) => void)[] = [
  (piece) => change(piece, { headline: piece.headline + 1 }),
  (piece, day) => change(piece, { corrected: dayOf(day) }),
  (piece) => change(piece, { ending: piece.ending === "md" ? "mdx" : "md" }),
  (piece) => change(piece, { slug: `renamed-${piece.number}-${chance.below(1000)}` }),
  (piece) => change(piece, { folder: chance.one(["2026/09", "2026/08", "2025/12"]) }),
  (piece) =>
    change(piece, {
      slug: `moved-${piece.number}-${chance.below(1000)}`,
      folder: chance.one(["2026/07", "2026/06"]),
      ending: chance.one(["md", "mdx"]),
    }),
  (piece, day) => {
    // A correction is not before its article.
    delete piece.corrected;
    change(piece, { date: dayOf(1 + chance.below(day)) });
  },
  (piece, day) => {
    delete piece.corrected;
    change(piece, { date: `${dayOf(1 + chance.below(day))}T06:${10 + chance.below(50)}:00Z` });
  },
];

test.skipIf(without)(
  `Rules 6 and 14: for a month, newsboat and rss2email show nothing twice and miss nothing (STET_TEST_SEED=${seed})`,
  async () => {
    const checkout = checkoutOf("month");
    let before: FollowedArchive | undefined;
    /** Ids that have stood in the main feed itself on a visit. */
    const seen = new Set<string>();
    const visit = async (day: number, hour: string): Promise<void> => {
      assertBuilt(await checkout.build({ ...options, now: `${dayOf(day)}T${hour}:00:00Z` }));
      const archive = followArchive(options.out, home);
      const { inFeed, pages, entries } = archive;
      const where = `day ${day} ${hour}:00`;
      // Every article is in the feed or on one page, and there is none that has two ids or a new one.
      expect(inFeed.length + [...pages.values()].flatMap(idsOf).length, where).toBe(pieces.length);
      expect(entries.size, where).toBe(pieces.length);
      for (const id of inFeed) {
        seen.add(id);
        expect(entries.get(id), where).toContain("The whole text of piece");
      }
      for (const id of before?.entries.keys() ?? []) expect(entries.has(id), where).toBe(true);
      // A page changes when one of its own articles does, or comes or goes.
      for (const [path, text] of before?.pages ?? []) {
        const now = pages.get(path);
        if (now !== undefined && now !== text)
          expect(entriesOf(now), `${where} ${path}`).not.toEqual(entriesOf(text));
      }
      before = archive;
      writeFileSync(joined, archive.joined);
      const files = new Map([
        ["joined", joined],
        ["rss.xml", join(options.out, "rss.xml")],
      ]);
      const letters = Map.groupBy(post.visit(files), ({ feed }) => feed);
      const sent = (letters.get("joined") ?? []).map(({ id }) => id);
      expect(sent.toSorted(), where).toEqual([...entries.keys()].sort());
      const alone = (letters.get("rss.xml") ?? []).map(({ id }) => id);
      expect(alone.toSorted(), where).toEqual([...seen].sort());
      const kept = await boat.visit(new Map([["joined", joined]]));
      expect(kept.map(({ guid }) => guid).sort(), where).toEqual([...entries.keys()].sort());
    };
    for (let day = 1; day <= DAYS; day += 1) {
      if (day === 20) home = "https://elsewhere.example/";
      if (day === 25) home = "https://elsewhere.example/paper/";
      writeContent(
        options.content,
        "site.yaml",
        String(GOOD_PUBLICATION["site.yaml"]).replace(/^url: .*$/m, `url: ${home}`),
      );
      const count = 1 + chance.below(5);
      for (let at = 0; at < count; at += 1) add(day);
      for (const piece of chance.shuffled(pieces).slice(0, 4)) chance.one(HAPPENINGS)(piece, day);
      if (day === CROWDED) {
        for (const [at, more] of CROWD.entries()) {
          for (let number = 0; number < more; number += 1) add(day, false);
          await visit(day, at === 0 ? "12" : "18");
        }
      }
      await visit(day, "22");
    }
    expect(before?.pages.size).toBeGreaterThan(5);
    // Whoever does not follow the archive misses at most what one day had more than a feed holds.
    expect(pieces.length - seen.size).toBeLessThanOrEqual(
      CROWD.reduce((sum, more) => sum + more) - 20,
    );
  },
  900_000,
);

function entriesOf(page: string): string[] {
  return page.match(/<entry[\s>][^]*?<\/entry>/g) ?? [];
}

function idsOf(page: string): string[] {
  return entriesOf(page).map((entry) => /<id>([^<]*)/.exec(entry)?.[1] ?? "");
}
