import { ageOf } from "./age.ts";

/**
 * Tells readers how long ago recent pieces came out. In lists the age stands in the place of the date, which goes
 * into the tooltip and comes back on paper; at the head of an article that of the last date closes the line,
 * where there is room. No line changes its height, so nothing moves.
 */
export function showAges(page: Document): void {
  const { lang, dataset } = page.documentElement;
  const paper = matchMedia("print");
  const ageIn = ({ dateTime }: HTMLTimeElement): string =>
    ageOf(dateTime, Date.now(), lang, dataset["timezone"]);
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
  const line = page.querySelector(".article-head>.meta");
  const last = [...(line?.querySelectorAll("time") ?? [])].at(-1);
  const beside = page.createElement("span");
  const tell = (onPaper = paper.matches): void => {
    for (const { time, date, room } of recent) {
      const age = onPaper ? "" : ageIn(time);
      time.textContent = age || date;
      time.title = age && date;
      time.style.cssText = age && room;
    }
    beside.remove();
    const age = last && !onPaper && ageIn(last);
    if (!line || !age) return;
    const { scrollHeight } = line;
    beside.textContent = age;
    line.append(beside);
    if (line.scrollHeight > scrollHeight) beside.remove();
  };
  tell();
  setInterval(() => tell(), 60_000);
  paper.addEventListener("change", () => tell());
  // Not every browser tells of paper by its medium; there the ages are back within a minute.
  addEventListener("beforeprint", () => tell(true));
}
