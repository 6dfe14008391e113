// Marks what a reader searched for; run once, by `marks-client.ts`.
import { BELOW, FOUND } from "../../search/marked-words.ts";
import type { CachedMarks } from "../../search/marked-words.ts";
import { showMarks } from "./found-marks.ts";

const asked = new URLSearchParams(location.hash.slice(1));
const arrived = asked.get(FOUND);
const found = arrived ?? (history.state as CachedMarks | null)?.found ?? "";
const below = asked.get(BELOW);
// The address is made plain again; the words stay with the page, for those who reload it or come back.
if (arrived !== null)
  history.replaceState(
    { found } satisfies CachedMarks,
    "",
    location.pathname + location.search + (below ? `#${encodeURIComponent(below)}` : ""),
  );
showMarks(found, arrived !== null, below);
