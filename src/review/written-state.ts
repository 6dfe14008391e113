import { parseDate } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import { splitFrontMatter } from "../loader/yaml/front-matter.ts";
import { parseYaml } from "../loader/yaml/yaml-document.ts";

/** Whatever looks like a day, in front matter or in a text. */
const DAY = /\d{4}-\d{2}-\d{2}/g;

const DAY_MS = 86_400_000;

/**
 * Whether an article whose front matter has errors is public all the same as far as it says: it is no draft, its date
 * is past, and it names no later day, which a part of it could wait for. In doubt it is not.
 */
export function isPublicAsWritten(
  text: string,
  { now, timezone }: { now: Instant; timezone: string },
): boolean {
  const { yaml } = splitFrontMatter(text, "");
  const front = yaml === undefined ? undefined : parseYaml(yaml, "").document?.value;
  if (front === undefined) return false;
  const { date, draft = false } = front;
  if (draft !== false || typeof date !== "string") return false;
  const moment = parseDate(date, timezone);
  if (moment === undefined || moment.instant > now) return false;
  const yesterday = new Date(now - DAY_MS).toISOString().slice(0, 10);
  const [own] = date.split(/[Tt ]/);
  return [...text.matchAll(DAY)].every(([day]) => day === own || day <= yesterday);
}
