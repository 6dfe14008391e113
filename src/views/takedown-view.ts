import type { Takedown, Site } from "../domain/publication.ts";
import type { PageMeta } from "../seo/page-meta.ts";
import { messagesFor } from "../i18n/languages.ts";
import type { ShownDate } from "./shown-date.ts";

/** The page at the address of something that was taken down. It holds nothing of what stood there. */
export interface TakedownView {
  kind: "gone";
  meta: PageMeta;
  date: ShownDate;
  note?: string;
}

/** Tells readers that something was taken down, when, and perhaps why. */
export function takedownView({ day, note }: Takedown, site: Site): TakedownView {
  const words = messagesFor(site);
  return {
    kind: "gone",
    meta: { title: words.gone, description: words.goneText },
    date: { day, iso: day },
    ...(note === undefined ? {} : { note }),
  };
}
