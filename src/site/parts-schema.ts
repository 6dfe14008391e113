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

/** The keys of `site.yaml` by which a publication brings looks and parts of its own. */
export const partsShape = {
  /** Its own style sheet, by its path: `./styles.css`. */
  styles: partPath("css", "./styles.css").optional(),
  /** Links of its own, beside those that Stet makes. */
  navigation: navigationSchema
    .optional()
    .meta({ example: "{ footer: [{ label: WRITE THE LABEL HERE, href: /about/ }] }" }),
  /** Components for articles, by the names of their files in `components/`, without ending. */
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
    .meta({ example: "[Poll]" }),
  /** Components in the place of Stet's, by where they stand: `footer: ./slots/Footer.astro`. */
  slots: z
    .strictObject(
      Object.fromEntries(SLOT_NAMES.map((name) => [name, slot])) as Record<SlotName, typeof slot>,
    )
    .optional()
    .meta({ example: "{ footer: ./slots/Footer.astro }" }),
  /** What is added to the head of every page. */
  head: z
    .strictObject({
      /** The file that holds it: `./head.html`. */
      file: partPath("html", "./head.html"),
      /** Other hosts that it loads from. */
      hosts: hostsSchema.optional().meta({ example: "{ script: [https://WRITE-THE-HOST-HERE] }" }),
    })
    .optional()
    .meta({ example: "{ file: ./head.html }" }),
  /** Places for advertising. */
  ads: adsSchema.optional().meta({
    example: "{ below-article: { file: ./ads/banner.html, width: 300, height: 250 } }",
  }),
  /** A form by which readers subscribe at another host. */
  newsletter: newsletterSchema
    .optional()
    .meta({ example: `{ action: ${ADDRESS_TO_WRITE}, title: ${placeholder("the title")} }` }),
};

/** All other hosts that these let in. */
export function hostsOf({ head, ads, newsletter }: Partial<PartsFile>): AllowedHosts | undefined {
  const form = newsletter === undefined ? [] : [new URL(newsletter.action).origin];
  return mergedHosts([head?.hosts, ads?.hosts, { form }]);
}

/** What of `site.yaml` lists the owner's parts. */
export type PartsFile = z.infer<z.ZodObject<typeof partsShape>>;
