import { nearestName } from "../domain/nearest-name.ts";
import { printable } from "../report/terminal-text.ts";
import { columns } from "./command-options.ts";
import type { Command } from "./command-options.ts";

/** What `stet` prints when it is not told what to do: every command with its first sentence. */
export function overviewText(commands: Readonly<Record<string, Command>>): string {
  const rows = Object.values(commands).map(({ name, does }): [string, string] => [
    name,
    /^.*?\.(?= |$)/.exec(does)?.[0] ?? does,
  ]);
  return [
    "Usage: stet COMMAND [options]",
    "",
    ...columns(rows),
    "",
    "`stet COMMAND --help` lists the options of a command, `stet --version` prints the version.",
    "",
  ].join("\n");
}

/** What is said of a command that there is not. */
export function unknownCommandText(name: string, commands: readonly string[]): string {
  const meant = nearestName(name, commands);
  const offered =
    meant === undefined ? `There are ${commands.join(", ")}.` : `Did you mean \`${meant}\`?`;
  return `There is no command '${printable(name)}'. ${offered}`;
}
