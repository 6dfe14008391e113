import { guidePath } from "../../domain/guide-path.ts";
import type { z } from "astro/zod";
import { nameOfPath } from "../../checks/naming.ts";
import type { MeantKey } from "../../checks/schema/unknown-key.ts";
import { isFixedRule } from "../../checks/switches.ts";
import { nearestName } from "../../domain/nearest-name.ts";
import { slugify } from "../../domain/slug.ts";
import { yamlText } from "../../domain/yaml-text.ts";
import { isOfAddress, keysFor, needlessBecause } from "./foreign-keys.ts";

import type { SourceEdit } from "../../domain/source-edit.ts";
import { linesFor, renamingEdit } from "./key-renaming.ts";
import type { MeantValues } from "./meant-values.ts";
import { knownKeys } from "./schema-shape.ts";

/** A key that there is not, with what it was meant as. */
interface UnknownKey {
  path: readonly PropertyKey[];
  details: {
    key: string;
    parent: string | undefined;
    meant: MeantKey;
    without: { line: string } | { pair: string } | undefined;
  };
  /** What writes it as it can only be meant. */
  edit: SourceEdit | undefined;
}

/** What a key was meant as, and what writes it so where nothing else can be meant. */
interface Meant {
  meant: MeantKey;
  edit?: SourceEdit | undefined;
}

/** What keys were meant as that there are not; `offered` are paths, as JSON, of keys that are not missing then. */
export function meantKeys(
  issues: readonly z.core.$ZodIssue[],
  values: MeantValues,
): { faults: UnknownKey[]; offered: ReadonlySet<string> } {
  const offered = new Set<string>();
  const faults = issues.flatMap((issue): UnknownKey[] => {
    if (issue.code !== "unrecognized_keys") return [];
    const { path } = issue;
    const parent = path.length > 0 ? nameOfPath(path) : undefined;
    return issue.keys.map((key) => {
      const own = [...path, key];
      const { meant, edit } = meantBy([...path], key, values, offered);
      const removal = meant.is === "needless" ? values.document.removalOf(own) : undefined;
      return {
        path: own,
        details: { key, parent, meant, without: values.without(path, key) },
        edit: edit ?? removal,
      };
    });
  });
  return { faults, offered };
}

function meantBy(
  path: readonly PropertyKey[],
  key: string,
  values: MeantValues,
  offered: Set<string>,
): Meant {
  const { schema, document } = values;
  const own = [...path, key];
  const known = knownKeys(schema, path);
  const value = values.valueAt(own);
  const above = path.length === 0 ? parentAbove(key, values) : undefined;
  const source = document.sourceOf(own);
  if (above !== undefined && source !== undefined && !source.includes("\n"))
    return {
      meant: { is: "inner", parent: above, line: `  ${key}: ${source}` },
      edit: document.editOf(own, "key", `  ${key}`),
    };
  if (value === null) {
    const line = cutByComma(path, key, values);
    if (line !== undefined) return { meant: { is: "comma", line } };
  }
  if (path.length === 0 && known.includes("draft")) {
    const draft = draftFor(key, value);
    if (draft === "needless")
      return { meant: { is: "needless", because: "an article that is not a draft is published" } };
    if (draft !== undefined && values.valueAt(["draft"]) === undefined)
      return {
        meant: { is: "key", key: "draft", lines: [{ line: "draft: true" }], example: undefined },
        edit: document.editOf(own, "pair", "draft: true"),
      };
  }
  if (path.length === 1 && path[0] === "check" && isFixedRule(key))
    return {
      meant: {
        is: "needless",
        because: "this rule protects what is published, and is the same for every publication",
      },
    };
  const named = path[0] === "check" && path.length === 1 ? rulesNamed(key, known) : [];
  const near = nearestName(key, known) ?? (named.length === 1 ? named[0] : undefined);
  if (near === undefined && named.length > 1)
    return {
      meant: {
        is: "rule",
        lines: named.map((code) => (source === undefined ? code : `${code}: ${source}`)),
      },
    };
  const others = keysFor(key)
    .map((one) => one.split("."))
    .filter(([top = ""]) => known.includes(top));
  const first = others.find((one) => values.valueAt([...path, ...one]) === undefined) ?? others[0];
  // Another case of the same letters, or hardly another letter, is a slip; else a name that is known comes first.
  const target =
    near?.toLowerCase() === key.toLowerCase()
      ? [near]
      : (first ?? (near === undefined ? undefined : [near]));
  if (target === undefined) {
    if (path.length === 0 && known.includes("category") && isOfAddress(key))
      return { meant: addressKey(value, values.fileName) };
    const because = path.length === 0 ? needlessBecause(key) : undefined;
    if (because !== undefined) return { meant: { is: "needless", because } };
    const guide = path[0] === "check" ? guidePath("check.md") : values.guide;
    return {
      meant: { is: "unknown", known: known.length > MOST_LISTED ? [] : known, guide },
    };
  }
  const at = [...path, ...target];
  const name = target.join(".");
  const isGiven = values.valueAt(at) !== undefined || offered.has(JSON.stringify(at));
  if (isGiven) return { meant: { is: "given", key: name, line: document.locationOfKey(at).line } };
  // Several keys in place of one mapping cannot be typed as one line.
  if (target.length > 1) {
    offered.add(JSON.stringify(at));
    return {
      meant: {
        is: "key",
        key: name,
        lines: [],
        example: values.example([...path, target[0] ?? ""]),
      },
    };
  }
  const lines = linesFor(at, own, values);
  if (name === "kind" && lines.length === 0)
    return { meant: { is: "needless", because: "every text in this folder is an article" } };
  offered.add(JSON.stringify(at));
  // A key that may be called in several ways here is a guess.
  const isOnly = new Set([...(near === undefined ? [] : [near]), ...others.flat()]).size === 1;
  return {
    meant: { is: "key", key: name, lines, example: values.example(at) },
    edit: isOnly ? renamingEdit(at, own, values) : undefined,
  };
}

/** The rules that a name without its family may mean, `spelling`. */
function rulesNamed(name: string, codes: readonly string[]): string[] {
  return codes.filter((code) => code.endsWith(`/${name.toLowerCase()}`));
}

/** Most keys that are listed; the guide lists them all. */
const MOST_LISTED = 8;

/** The key above one that this belongs below, with nothing or with lines of its own behind it. */
function parentAbove(key: string, values: MeantValues): string | undefined {
  const keys = Object.keys(values.document.value);
  const known = knownKeys(values.schema, []);
  const above = keys.slice(0, keys.indexOf(key)).findLast((one) => known.includes(one));
  if (above === undefined || !isOpen(values, above, key)) return undefined;
  return knownKeys(values.schema, [above]).includes(key) ? above : undefined;
}

/** Whether a key may go on with another on a line of its own. */
function isOpen(values: MeantValues, above: string, key: string): boolean {
  const value = values.valueAt([above]);
  if (value === null) return true;
  if (typeof value !== "object" || values.document.sourceOf([above])?.startsWith("{") === true)
    return false;
  return values.valueAt([above, key]) === undefined;
}

/** The value before a key without one, which a comma between braces cut off. */
function cutByComma(
  path: readonly PropertyKey[],
  key: string,
  values: MeantValues,
): string | undefined {
  if (values.document.sourceOf(path)?.startsWith("{") !== true) return undefined;
  const keys = Object.keys((values.valueAt(path) ?? {}) as object);
  // Their order is lost.
  if (keys.some((one) => /^\d+$/.test(one))) return undefined;
  const pieces = [key];
  for (let at = keys.indexOf(key) - 1; at >= 0; at -= 1) {
    const before = keys[at] ?? "";
    const value = values.valueAt([...path, before]);
    if (typeof value === "string") {
      const first = [...path, before];
      const yaml = yamlText([value, ...pieces].join(", "));
      return values.lineInstead({ path: first, part: "value" }, [...path, key], first, yaml);
    }
    if (value !== null) return undefined;
    pieces.unshift(before);
  }
  return undefined;
}

/** Of keys that say whether something is published: what they mean for `draft`. */
function draftFor(key: string, value: unknown): "true" | "needless" | undefined {
  if (/^(?:published|public|live)$/i.test(key) && typeof value === "boolean")
    return value ? "needless" : "true";
  if (!/^(?:status|state|poststatus|post_status|visibility)$/i.test(key)) return undefined;
  if (/^(?:draft|pending|private|unpublished|hidden)$/i.test(String(value))) return "true";
  return /^(?:publish(?:ed)?|public|live)$/i.test(String(value)) ? "needless" : undefined;
}

/** A key that gives the address of a page: the name of its file does. */
function addressKey(value: unknown, fileName: string): MeantKey {
  const written = typeof value === "string" ? value : "";
  const ending = fileName.slice(fileName.lastIndexOf("."));
  const last =
    written
      .replace(/^https?:\/\/[^/]*/i, "")
      .split("/")
      .filter((part) => part !== "")
      .at(-1) ?? "";
  const slug = last === "" ? "" : slugify(last.replace(/\.(?:html?|php)$/i, ""));
  const isOther = slug !== "" && `${slug}${ending}` !== fileName && !/[:{}]/.test(written);
  return {
    is: "name",
    better: isOther ? `${slug}${ending}` : undefined,
    alias:
      /^\/./.test(written) && !/[:{}]/.test(written)
        ? `aliases: [${yamlText(written)}]`
        : undefined,
  };
}
