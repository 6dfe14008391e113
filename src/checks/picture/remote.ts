import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { certain, remedy, shown } from "../words.ts";
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
  mends: true,
  summary:
    "Images are part of the publication: an image on another host can disappear, and that host would see who reads.",
  explain: ({ src, where, beside, copy, meant, meanwhile }) => ({
    message: {
      host: `The image ${shown(src)} is on another host, which would see your readers; it could also disappear.`,
      own: `The image ${shown(src)} belongs to this publication, but this is its public address, which exists only once it is published.`,
      text: `The image ${shown(src.slice(0, 40))} is embedded in the text, so Stet cannot make smaller versions of it.`,
      disk: `The image ${shown(src)} is on the disk of your own computer, where nobody else can see it.`,
    }[where],
    fix: remedy(
      meant,
      `Put a copy next to ${beside} and write \`${copy}\`${meanwhile === undefined ? "" : `; until then ${meanwhile}`}.`,
    ),
    ...certain(meant),
  }),
  example: exampleBody("![A lock](https://far.example/lock.png)"),
});
