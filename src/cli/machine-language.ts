import { isLanguage } from "../site/site-schema.ts";

/**
 * The language that a machine's user speaks, as POSIX says it (`LC_ALL`, `LC_MESSAGES`, `LANG`); English where none. With
 * the region if dates are written in another way there: `en-GB`, but `fr`.
 */
export function machineLanguage(environment: Readonly<Record<string, string | undefined>>): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((one) => one !== undefined && one !== "") ?? "";
  const [, language = "", region] = /^([a-z]{2,3})(?:_([A-Z]{2}))?(?:[.@]|$)/.exec(locale) ?? [];
  if (!isLanguage(language)) return "en";
  const regional = `${language}-${region ?? ""}`;
  return isLanguage(regional) && datesIn(regional) !== datesIn(language) ? regional : language;
}

/** A day of each month, as a language writes it. */
function datesIn(language: string): string {
  const { format } = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, month) => format(Date.UTC(2026, month, 19))).join();
}
