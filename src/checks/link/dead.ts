import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { certain, remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A link as it is written, and what it seems to mean. */
interface Dead {
  written: string;
  /** A page or a file that is not there, or an address of the web or of a mailbox that lacks its beginning. */
  wanted:
    | { kind: "page"; path: string }
    | { kind: "file"; file: string }
    | { kind: "web" }
    | { kind: "mailbox" };
  meant: Meant | undefined;
}

export const rule = defineRule<Dead>({
  code: "link/dead",
  severity: STRICT_IN_MDX,
  mends: true,
  summary:
    "A link leads to something that exists: a page of the publication (`/2026/02/sound/`), a text or a file by its path (`./sound.mdx`), or a full address (`https://www.example.org/`, `mailto:ada@example.org`).",
  explain: ({ written, wanted, meant }) => {
    const link = `The link ${shown(written)} leads nowhere`;
    const replacement = certain(meant);
    switch (wanted.kind) {
      case "web":
        return {
          message: `${link}: without https:// before it, it is read as a path in this publication.`,
          fix: remedy(meant, "Write the full address, starting with https://."),
          ...replacement,
        };
      case "mailbox":
        return {
          message: `${link}: without mailto: before it, it is read as a path in this publication.`,
          fix: remedy(meant, "Write the full address, starting with mailto:."),
          ...replacement,
        };
      case "file":
        return {
          message: `${link}: there is no file ${inContent(shown(wanted.file))}.`,
          fix: remedy(meant, "Put the file there, or correct the path."),
          ...replacement,
        };
      case "page":
        return {
          message: `${link}: there is no page ${shown(wanted.path)}.`,
          fix: remedy(
            meant,
            meant === undefined
              ? "Write the address of a page as a browser shows it, starting with the slash after the host, or remove the link."
              : "Remove the link.",
          ),
          ...replacement,
        };
    }
  },
  example: exampleBody("As [we reported](/2026/02/sond/)."),
});
