import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import type { SourceLocation } from "../domain/source-location.ts";

/** An import of a module, with the place of what it names in the text. */
export interface WrittenImport extends SourceLocation {
  /** As it is written: `./a.ts`. */
  specifier: string;
}

/** What a module imports, or why it cannot be parsed. */
export type ModuleImports =
  | { imports: WrittenImport[] }
  | { fault: SourceLocation & { reason: string } };

/** What is used here of Astro's compiler. */
interface AstroCompiler {
  transform(
    source: string,
    options: object,
  ): {
    code: string;
    scripts: ({ type: "external"; src: string } | { type: "inline"; code: string })[];
    diagnostics: {
      severity: string;
      text: string;
      labels: { start: number }[];
    }[];
  };
}

/**
 * What code of the owner's imports, a component in Astro's syntax or a script in JavaScript or TypeScript, by the compiler
 * that Astro itself uses. Imports of types alone do not count. `file` is the name of the file.
 */
export async function moduleImports(text: string, file: string): Promise<ModuleImports> {
  const { transform } = await astroCompiler();
  // A script is read as what stands before a template.
  const head = file.endsWith(".astro") ? "" : "---\n";
  const source = head === "" ? text : `${head}${text}\n---\n`;
  const { code, scripts, diagnostics } = transform(source, {
    filename: `/${file}`,
    internalURL: "astro/compiler-runtime",
    resolvePath: (specifier: string) => specifier,
  });
  const fault = diagnostics.find(({ severity }) => severity === "error");
  if (fault !== undefined) {
    // Its places count bytes.
    const before = Buffer.from(source).subarray(head.length, fault.labels[0]?.start ?? 0);
    return {
      fault: { reason: fault.text.replace(/\.$/, ""), ...locationAfter(before.toString()) },
    };
  }
  const specifiers = await specifiersIn(code);
  for (const script of scripts) {
    if (script.type === "external") specifiers.push(script.src);
    else {
      const read = await moduleImports(script.code, "script.ts");
      if ("imports" in read) specifiers.push(...read.imports.map(({ specifier }) => specifier));
    }
  }
  // What the compiler adds itself stands nowhere in the text.
  return { imports: [...new Set(specifiers)].flatMap((specifier) => placesOf(specifier, text)) };
}

/** Where a specifier stands in a text, the first time, between quotation marks. */
function placesOf(specifier: string, text: string): WrittenImport[] {
  const at = [`"${specifier}"`, `'${specifier}'`]
    .map((quoted) => text.indexOf(quoted))
    .filter((found) => found >= 0);
  if (at.length === 0) return [];
  return [{ specifier, ...locationAfter(text.slice(0, Math.min(...at))) }];
}

/** Where a text goes on after its beginning. */
function locationAfter(beginning: string): SourceLocation {
  const lines = beginning.split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** What a module that was compiled imports, in the order of its text. */
async function specifiersIn(code: string): Promise<string[]> {
  const { parse } = await import("acorn");
  // A script may export something as `default`, and the compiler's own stands at the end.
  const module = code.replace(/\nexport default \$\$[\w$]+;(?=[^]{0,9}$)/, "");
  return specifiersBelow(parse(module, { ecmaVersion: "latest", sourceType: "module" }));
}

function specifiersBelow(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  const { type, source } = node as { type?: string; source?: { value?: unknown } | null };
  const isImport = type !== undefined && /^(?:Import|Export)/.test(type);
  const own = isImport && typeof source?.value === "string" ? [source.value] : [];
  return [...own, ...Object.values(node).flatMap(specifiersBelow)];
}

let compiler: Promise<AstroCompiler> | undefined;

/** The compiler that Astro depends on, in its version; loaded for those publications alone that have such components. */
function astroCompiler(): Promise<AstroCompiler> {
  const require = createRequire(import.meta.url);
  const ofAstro = createRequire(require.resolve("astro/package.json"));
  compiler ??= import(
    pathToFileURL(ofAstro.resolve("@astrojs/compiler-rs")).href
  ) as Promise<AstroCompiler>;
  return compiler;
}
