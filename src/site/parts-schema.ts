import { z } from "astro/zod";
import { mergedHosts } from "../domain/allowed-hosts.ts";
import type { AllowedHosts } from "../domain/allowed-hosts.ts";
import { SLOT_NAMES } from "../domain/own-parts.ts";
import type { SlotName } from "../domain/own-parts.ts";
import { ADDRESS_TO_WRITE, placeholder } from "../domain/placeholder.ts";
import { adsSchema } from "./ads.ts";
import { newsletterSchema } from "./newsletter.ts";
import { hostsSchema } from "./hosts.ts";
import { navigationSchema } from "./navigation.ts";
import { partPath } from "./part-path.ts";

const slot = partPath("astro", "./slots/Footer.astro", ["slots"]).optional();

const SLOTS: Readonly<Record<SlotName, string>> = {
  masthead: "Path of the component for the head of every page.",
  footer: "Path of the component for the foot of every page.",
  "below-article": "Path of the component for the part below an article.",
  front: "Path of the component for the front page, between masthead and footer.",
};

/** The keys of `site.yaml` by which a publication brings looks and parts of its own. */
export const partsShape = {
  styles: partPath("css", "./styles.css")
    .optional()
    .describe("Path of a style sheet of your own, such as `./styles.css`."),
  navigation: navigationSchema
    .optional()
    .meta({ example: "{ footer: [{ label: WRITE THE LABEL HERE, href: /about/ }] }" })
    .describe("Links of your own, beside those that Stet makes."),
  components: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[A-Z][A-Za-z\d]{0,59}$/, "must be the name of a component, such as Poll")
        .meta({ example: "Poll" }),
    )
    .max(50)
    .optional()
    .meta({ example: "[Poll]" })
    .describe(
      "Components for articles, by the names of their files in `components/`, without the ending.",
    ),
  slots: z
    .strictObject(
      Object.fromEntries(SLOT_NAMES.map((name) => [name, slot.describe(SLOTS[name])])) as Record<
        SlotName,
        typeof slot
      >,
    )
    .optional()
    .meta({ example: "{ footer: ./slots/Footer.astro }" })
    .describe("Components of your own in place of Stet's."),
  head: z
    .strictObject({
      file: partPath("html", "./head.html").describe(
        "Path of the file that holds the tags, such as `./head.html`.",
      ),
      hosts: hostsSchema
        .optional()
        .meta({ example: "{ script: [https://WRITE-THE-HOST-HERE] }" })
        .describe("Other hosts that the tags load from."),
    })
    .optional()
    .meta({ example: "{ file: ./head.html }" })
    .describe("Tags for the head of every page."),
  ads: adsSchema
    .optional()
    .meta({
      example: "{ below-article: { file: ./ads/banner.html, width: 300, height: 250 } }",
    })
    .describe("Places for advertising."),
  newsletter: newsletterSchema
    .optional()
    .meta({ example: `{ action: ${ADDRESS_TO_WRITE}, title: ${placeholder("the title")} }` })
    .describe("A form by which readers subscribe at another host."),
};

/** All other hosts that these let in. */
export function hostsOf({ head, ads, newsletter }: Partial<PartsFile>): AllowedHosts | undefined {
  const form = newsletter === undefined ? [] : [new URL(newsletter.action).origin];
  return mergedHosts([head?.hosts, ads?.hosts, { form }]);
}

/** What of `site.yaml` lists the owner's parts. */
export type PartsFile = z.infer<z.ZodObject<typeof partsShape>>;
