import { isWebAddress } from "./web-address.ts";
import { isTimezone } from "../domain/dates.ts";
import { isLanguage } from "../site/site-schema.ts";
import { ArchiveError } from "./archive.ts";
import type { Archive } from "./archive.ts";
import { guessedTimezone } from "./guessed-timezone.ts";
import type { ImportMap } from "./import-map.ts";
import type { PlannedSite } from "./plan-import.ts";

/**
 * What the publication is called and where it is: by the map, or by the archive. What had to be assumed is noted. Throws
 * ArchiveError where nothing says its address.
 */
export function plannedSite(
  { site, texts }: Pick<Archive, "site" | "texts">,
  map: ImportMap,
  base: string | undefined,
): { site: PlannedSite; notes: string[] } {
  const notes: string[] = [];
  const url = base ?? site.url;
  if (!isWebAddress(url))
    throw new ArchiveError(
      "The archive does not say the address of its site, which old links are recognised by. Give it: --base https://paper.example/",
    );
  const name = oneLine(map.name ?? site.title ?? "") || new URL(url).hostname;
  const language = map.language ?? languageOf(site.language);
  if (language === undefined)
    notes.push(
      "The archive names no language. English was assumed; write `language` in the map to have another.",
    );
  const known = map.timezone ?? zoneOf(site.timezone);
  const guessed = known === undefined ? guessedTimezone(texts, language ?? "en") : undefined;
  if (known === undefined)
    notes.push(
      `The archive names no time zone. ${guessed === undefined ? "UTC was assumed" : `${guessed} was taken, by the offsets of its dates`}; write \`timezone\` in the map to have another.`,
    );
  return {
    site: {
      name,
      url: url.endsWith("/") ? url : `${url}/`,
      description: oneLine(map.description ?? site.description ?? "") || name,
      language: language ?? "en",
      timezone: known ?? guessed ?? "UTC",
    },
    notes,
  };
}

/** Other systems write `en_US` and `EN-us`. */
function languageOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(written.trim().replaceAll("_", "-"));
    return tag !== undefined && isLanguage(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

function zoneOf(written: string | undefined): string | undefined {
  return written !== undefined && isTimezone(written) ? written : undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
