import { comma, showTime } from "../../i18n/shown-dates.ts";
import { ageOf } from "../../i18n/age.ts";

const DAY = 86_400_000;

/**
 * Tells readers how long ago recent pieces came out. In lists the age stands in the place of the date, which goes
 * into the tooltip and comes back on paper; at the head of an article it stands behind the date that it is the age of,
 * on the first day with the time, as far as there is room. No line changes its height, so nothing moves.
 */
export function showAges(page: Document): void {
  const { documentElement: root, body } = page;
  // That of the root is the article's own, and dates are told in the publication's.
  const language = body.lang || root.lang;
  const { timezone = "UTC" } = root.dataset;
  const paper = matchMedia("print");
  const ageIn = ({ dateTime }: HTMLTimeElement): string =>
    ageOf(dateTime, Date.now(), language, timezone);
  const recent = [...page.querySelectorAll<HTMLTimeElement>("time.aged")]
    .filter(ageIn)
    .map((time) => {
      const { width, height } = time.getBoundingClientRect();
      return {
        time,
        date: time.textContent,
        // The room of the date is kept, to the line, so that lines break where they did.
        room: `display:inline-block;min-width:${width}px;min-height:round(${height}px,1lh)`,
      };
    });
  const newest = page.querySelector<HTMLTimeElement>("time.newest");
  const behind = page.createElement("span");
  const tellBehind = (): void => {
    const line = newest?.closest(".meta");
    const age = newest && ageIn(newest);
    // What is behind it already would be moved.
    if (!line || !age || newest.nextSibling?.textContent?.trim()) return;
    const instant = Date.parse(newest.dateTime);
    const isUntold = newest.dateTime.length > 10 && newest.childElementCount === 0;
    const time =
      isUntold && Date.now() - instant < DAY
        ? `${comma(language)} ${showTime(instant, language, timezone)}`
        : "";
    const { scrollHeight } = line;
    const aged = ` (${age})`;
    for (const text of time === "" ? [aged] : [time + aged, time, aged]) {
      behind.textContent = text;
      newest.after(behind);
      if (line.scrollHeight === scrollHeight) return;
    }
    behind.remove();
  };
  const tell = (onPaper = paper.matches): void => {
    for (const { time, date, room } of recent) {
      const age = onPaper ? "" : ageIn(time);
      time.textContent = age || date;
      time.title = age && date;
      time.style.cssText = age && room;
    }
    behind.remove();
    if (!onPaper) tellBehind();
  };
  tell();
  setInterval(() => tell(), 60_000);
  paper.addEventListener("change", () => tell());
  // Not every browser tells of paper by its medium; there the ages are back within a minute.
  addEventListener("beforeprint", () => tell(true));
}
