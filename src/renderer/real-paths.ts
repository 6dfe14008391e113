import { relative } from "node:path";
import { literalPattern } from "../domain/literal-pattern.ts";

/**
 * Gives an error with the places that people know. `places` says what folder stands for what in its message and stack,
 * absolute, the more exact ones first; where such a folder is named from the current one, it is found too. What is not
 * an error is given as it is.
 */
export function withRealPaths(error: unknown, places: Readonly<Record<string, string>>): unknown {
  if (!(error instanceof Error)) return error;
  const { message, stack } = error;
  error.message = realPaths(message, places, process.cwd());
  if (stack !== undefined) error.stack = realPaths(stack, places, process.cwd());
  return error;
}

/** The same for a text; `here` is the folder that relative paths start at. */
export function realPaths(
  text: string,
  places: Readonly<Record<string, string>>,
  here: string,
): string {
  return Object.entries(places).reduce(
    (known, [from, to]) =>
      known.replaceAll(from, () => to).replaceAll(wholePath(relative(here, from)), () => to),
    text,
  );
}

/** A path with nothing of a path before it, and nothing of a name behind it. */
function wholePath(path: string): RegExp {
  return new RegExp(`(?<![\\w./\\\\-])${literalPattern(path)}(?![\\w.-])`, "g");
}
