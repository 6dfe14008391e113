import { asList, asValues, isValues, mergedValues, textOf, valuesOf } from "./values.ts";
import type { Values } from "./values.ts";

/** What `defaults` of a configuration of Jekyll say of a file of a type (`posts`, `pages`, the name of a collection). */
export function jekyllDefaults(
  config: Values,
  { path, type }: { path: string; type: string },
): Values {
  const collections = textOf(config, "collections_dir") ?? "";
  let found: Values = {};
  let above: Values | undefined;
  for (const set of asList(config["defaults"])) {
    if (!isValues(set) || !isValues(set["values"])) continue;
    const scope = asValues(set["scope"]);
    if (isValues(set["scope"]) && !applies(scope, { path, type, collections })) continue;
    const isOver = above === undefined || isStronger(above, scope);
    found = isOver
      ? mergedValues(found, valuesOf(set, "values"))
      : mergedValues(valuesOf(set, "values"), found);
    if (isOver) above = scope;
  }
  return found;
}

const OLD_TYPES: Readonly<Record<string, string>> = {
  page: "pages",
  post: "posts",
  draft: "drafts",
};

function applies(
  scope: Values,
  { path, type, collections }: { path: string; type: string; collections: string },
): boolean {
  const wanted = textOf(scope, "type");
  if (wanted !== undefined && (OLD_TYPES[wanted] ?? wanted) !== type) return false;
  const written = (textOf(scope, "path") ?? "").replace(/^\/|\/$/g, (sign, at: number) =>
    at === 0 ? "" : sign,
  );
  const below =
    collections !== "" && written.startsWith(`${collections}/`)
      ? written.slice(collections.length + 1)
      : written;
  if (below === "") return true;
  if (!below.includes("*")) return path.startsWith(below);
  return globPattern(below).test(path);
}

/** The paths that begin with what a pattern names: a star stands for a part of a path, two for several. */
function globPattern(glob: string): RegExp {
  const parts = glob.split(/(\*\*\/?|\*|\?)/).map((part) => {
    if (part.startsWith("**")) return "(?:[^/]+/)*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : part.replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  });
  return new RegExp(`^${parts.join("")}`);
}

function isStronger(old: Values, next: Values): boolean {
  const [before, now] = [textOf(old, "path") ?? "", textOf(next, "path") ?? ""];
  if (before.length !== now.length) return now.length >= before.length;
  return next["type"] !== undefined || old["type"] === undefined;
}
