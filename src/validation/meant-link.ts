import { folderOf } from "../domain/path-parts.ts";
import type { Meant } from "../checks/words.ts";
import { decoded, joinInside } from "../urls/image-source.ts";
import { ownAddress } from "../urls/resolve-link.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import { typedAddress } from "./typed-path.ts";

/** The whole address that a link seems to mean which lacks its beginning: of a host or of a mailbox. */
export function addressElsewhere(
  written: string,
): { kind: "web" | "mailbox"; meant: Meant } | undefined {
  const trimmed = written.trim();
  if (/^[^\s/@:?#]+@[^\s/@]+\.[a-z]{2,}(?:\?\S*)?$/i.test(trimmed))
    return { kind: "mailbox", meant: { typed: `mailto:${trimmed}`, sure: true } };
  const host = /^([\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(\p{L}{2,}))(?::\d+)?(?=[/?#]|$)/iu.exec(
    trimmed,
  );
  if (host === null) return undefined;
  const [whole, name = "", top = ""] = host;
  const rest = trimmed.slice(whole.length);
  const isHost = /^www\./i.test(name) || rest.startsWith("/") || isTopDomain(top.toLowerCase());
  if (!isHost) return undefined;
  const address = `https://${whole}${rest.startsWith("/") ? "" : "/"}${rest}`;
  return { kind: "web", meant: { typed: address.replaceAll(" ", "%20"), sure: true } };
}

/** Top domains of more than two letters that addresses are typed with most; no file has one for its ending. */
const TOP_DOMAINS = new Set(
  "biz blog com coop edu example gov info int jobs mil museum name net news online org press site".split(
    " ",
  ),
);

/** Endings of files that are codes of countries, too. */
const FILE_ENDINGS = new Set(
  "ai am as bz cc cs db do gd gz hs im in is js la li lu md mk ml mm mo ms ph pl pm pn ps py rs sc sh so sql st sv tf tm ts tv vb vi".split(
    " ",
  ),
);

function isTopDomain(top: string): boolean {
  return TOP_DOMAINS.has(top) || (/^[a-z]{2}$/.test(top) && !FILE_ENDINGS.has(top));
}

/** What other generators write at the end of addresses, and what texts end in. */
const ENDING = /(?:(?:^|\/)index)?\.(?:mdx?|markdown|html?|php\d?|aspx?|jsp|cfm|cgi)$/i;

/** Folders that a path below the content folder may begin with. */
const TOP_FOLDER = /^(?:articles|pages|public)$/;

/**
 * The address that a dead link means if it is read in another way: by the path of a file, with the ending that the file
 * has not or with `.html`, from the root of the repository, with the base, with the day in it, or with capitals; or by
 * the path that a file had before it was moved. What it asks of the page stays.
 */
export function meantAddress(
  written: string,
  from: { file: string; path: string },
  published: PublishedUrls,
): Meant | undefined {
  const own = ownAddress(written, published);
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(own ?? "") ?? [];
  const plain = decoded(path.trim()).replaceAll("\\", "/");
  if (plain === "") return undefined;
  for (const one of [plain, plain.toLowerCase()]) {
    for (const address of readingsOf(one, from, published))
      if (published.pages.has(address) || published.unpublished.has(address))
        return {
          typed: `${typedAddress(address)}${fragmentOn(address, rest, published)}`,
          sure: true,
        };
  }
  for (const address of readingsOf(plain, from, published)) {
    const to = published.moved.get(address);
    if (to?.startsWith("/") === true && !to.includes("#"))
      return { typed: `${typedAddress(to)}${fragmentOn(to, rest, published)}`, sure: true };
  }
  return undefined;
}

function* readingsOf(
  path: string,
  from: { file: string; path: string },
  published: PublishedUrls,
): Generator<string> {
  const stem = path.replace(ENDING, "");
  const folder = folderOf(from.file);
  const parts = partsOf(stem);
  const top = parts.findIndex((part) => TOP_FOLDER.test(part));
  const files = [
    path.startsWith("/") ? undefined : joinInside(folder, stem),
    ...(top < 0 ? [] : [parts.slice(top).join("/")]),
  ];
  for (const file of files) {
    for (const ending of [".mdx", ".md"]) {
      const address = published.byFile.get(`${file}${ending}`);
      if (address !== undefined) yield address;
    }
    if (file !== undefined && TOP_FOLDER.test(partsOf(file)[0] ?? ""))
      yield* addressesOf(partsOf(file).slice(1));
  }
  const whole = partsOf(path).slice(Math.max(0, top)).join("/");
  const address = published.byFile.get(whole);
  if (address !== undefined) yield address;
  yield* addressesOf(parts);
  // With the base, which links do not need.
  const base = partsOf(decoded(published.base));
  if (base.length > 0 && base.every((part, at) => parts[at] === part))
    yield* addressesOf(parts.slice(base.length));
  yield* addressesOf([...partsOf(from.path).slice(0, -1), ...parts]);
}

/** A path as a page and as a file, with the day in it left out, and without the folder of all articles. */
function* addressesOf(parts: readonly string[]): Generator<string> {
  if (parts.length === 0) return;
  const path = parts.join("/");
  yield `/${path}/`;
  yield `/${path}`;
  const dated = /(?:^|\/)(\d{4})[-/](\d\d)[-/]\d\d[-/]([^/]+)$/.exec(path);
  if (dated !== null) yield `/${dated.slice(1).join("/")}/`;
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
}

/** A query and a fragment as they were written, without a fragment that the page has not. */
function fragmentOn(address: string, rest: string, { pages }: PublishedUrls): string {
  const at = rest.indexOf("#");
  const ids = pages.get(address);
  if (at < 0 || ids === undefined || ids.has(decoded(rest.slice(at + 1)))) return rest;
  return rest.slice(0, at);
}
