import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { remedy, shown } from "../words.ts";
import type { Meant } from "../words.ts";

/** A picture that lies where the publication cannot take it from. */
interface Remote {
  src: string;
  /** On another host, in the publication itself, in the text, or on the disk of whoever wrote it. */
  where: "host" | "own" | "text" | "disk";
  /** What the copy is to lie beside. */
  beside: string;
  /** How the copy is written there. */
  copy: string;
  meant: Meant | undefined;
  /** What stands there in the meantime. */
  meanwhile?: string;
}

export const rule = defineRule<Remote>({
  code: "picture/remote",
  severity: STRICT_IN_MDX,
  summary:
    "Pictures lie in the publication: what lies on another host can vanish, and that host would see the readers.",
  explain: ({ src, where, beside, copy, meant, meanwhile }) => ({
    message: {
      host: `The picture ${shown(src)} lies on another host; readers would be seen there, and it can vanish.`,
      own: `The picture ${shown(src)} is one of the publication's own, written as it is only found once it is published.`,
      text: `The picture ${shown(src.slice(0, 40))} is written out in the text, where no smaller version can be made of it.`,
      disk: `The picture ${shown(src)} lies on the disk of one computer, and nobody else has that.`,
    }[where],
    fix: remedy(
      meant,
      `Put a copy beside ${beside} and write \`${copy}\`${meanwhile === undefined ? "" : `; until then ${meanwhile}`}.`,
    ),
  }),
  example: exampleBody("![A lock](https://far.example/lock.png)"),
});
