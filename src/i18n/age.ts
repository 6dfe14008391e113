const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long ago something came out, in words of a language: minutes or hours within a day, then days of the
 * publication's calendar up to the sixth. `written` is a day, or an instant with the publication's offset.
 *
 * Empty for what is older, and for what lies in the future by the reader's clock, which is wrong then.
 */
export function ageOf(
  written: string,
  now: number,
  language: string,
  timezone: string | undefined,
): string {
  const ago = (count: number, unit: Intl.RelativeTimeFormatUnit): string =>
    new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-Math.floor(count), unit);
  if (written.length > 10) {
    const since = now - Date.parse(written);
    if (since < 0) return "";
    if (since < HOUR) return ago(Math.max(1, since / 60_000), "minute");
    if (since < DAY) return ago(since / HOUR, "hour");
  }
  // Swedish writes days as machines do.
  const today = new Intl.DateTimeFormat("sv", { timeZone: timezone }).format(now);
  const days = (Date.parse(today) - Date.parse(written.slice(0, 10))) / DAY;
  return days >= 0 && days < 7 ? ago(days, "day") : "";
}
