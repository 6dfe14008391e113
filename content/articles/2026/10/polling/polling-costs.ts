/** Bytes of the whole feed, of an answer without one, and how much smaller text becomes when it is packed. */
const FEED = 180_000;
const NOTHING_NEW = 250;
const PACKED = 4;

const MINUTES_A_DAY = 1440;

/** The width of the longest bar in its drawing. */
const LONGEST = 1000;

const root = document.querySelector<HTMLElement>("[data-polling]");
if (root !== null) begin(root);

function begin(section: HTMLElement): void {
  const inputs = [...section.querySelectorAll("input")];
  const update = (): void => show(section, new Map(inputs.map((one) => [one.name, one.valueAsNumber])));
  for (const input of inputs) input.addEventListener("input", update);
  section.hidden = false;
  update();
}

function show(section: HTMLElement, settings: ReadonlyMap<string, number>): void {
  const [subscribers = 0, minutes = 1, articles = 0] = ["subscribers", "minutes", "articles"].map(
    (name) => settings.get(name),
  );
  const requests = (subscribers * MINUTES_A_DAY) / minutes;
  // A subscriber cannot be sent more new feeds than they ask for.
  const whole = Math.min(requests, subscribers * articles);
  const rows = [
    { name: "whole each time", bytes: requests * FEED },
    { name: "with 304", bytes: whole * FEED + (requests - whole) * NOTHING_NEW },
    { name: "and packed", bytes: (whole * FEED) / PACKED + (requests - whole) * NOTHING_NEW },
  ];
  for (const [name, value] of settings) put(section, `[data-shown=${name}]`, value.toLocaleString());
  const [first, second, third] = rows.map(({ bytes }) => amount(bytes));
  put(
    section,
    "[data-sentence]",
    `${requests.toLocaleString()} requests a day: ${first} if the feed is sent each time, ${second} with 304, ${third} if it is packed as well.`,
  );
  rows.forEach(({ name, bytes }, row) => {
    const width = Math.max(2, (bytes / (requests * FEED)) * LONGEST);
    put(section, `[data-name="${row}"]`, name);
    put(section, `[data-figure="${row}"]`, amount(bytes));
    section.querySelector(`[data-bar="${row}"]`)?.setAttribute("width", String(width));
  });
}

function put(section: HTMLElement, selector: string, text: string): void {
  const found = section.querySelector(selector);
  if (found !== null && found.textContent !== text) found.textContent = text;
}

/** Bytes as people say them, with two digits that count. */
function amount(bytes: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return `${Number((bytes / 1000 ** power).toPrecision(2)).toLocaleString()} ${units[power]}`;
}
