import { counted } from "../../i18n/plural.ts";
import type { Plural } from "../../i18n/plural.ts";

const MINUTE = 60_000;

/** After so long a page that lies open asks no more. */
const LONGEST = 6 * 60 * MINUTE;

/** The longest pause after answers that fail. */
const LONGEST_PAUSE = 16 * MINUTE;

/**
 * Asks every minute for the page's own address, while it is seen, and tells in the place for it how many updates have
 * come since. Nothing on the page moves: a button loads it anew, at the newest update. Ends with the live blog.
 */
export function watchUpdates(): void {
  const notice = document.querySelector<HTMLElement>(".live-news");
  if (notice === null) return;
  const { language = "en", words = "{}" } = notice.dataset;
  const { title } = document;
  const end = Date.now() + LONGEST;
  let pause = MINUTE;

  const wait = (): void => {
    setTimeout(() => {
      if (!document.hidden) void ask();
      else document.addEventListener("visibilitychange", () => void ask(), { once: true });
    }, pause);
  };

  const ask = async (): Promise<void> => {
    if (Date.now() > end) return;
    try {
      const answer = await fetch(location.pathname, { cache: "no-cache" });
      if (!answer.ok) throw new Error(answer.statusText);
      pause = MINUTE;
      if (!tell(await answer.text())) return;
    } catch {
      pause = Math.min(2 * pause, LONGEST_PAUSE);
    }
    wait();
  };

  /** Tells what is new in a page, and whether more may follow. */
  const tell = (page: string): boolean => {
    // Where the name of one could be taken for something else, it stands on an element of its own.
    const fresh = [
      ...page.matchAll(/<article class="live-update[^<>]*?(?: id=|><span id=)"([^"]+)/g),
    ]
      .map(([, id = ""]) => id)
      .filter((id) => document.getElementById(id) === null);
    if (fresh[0] !== undefined) {
      const said = counted(JSON.parse(words) as Plural, fresh.length, language);
      document.title = `(${said}) ${title}`;
      show(said, fresh[0]);
    }
    return !page.includes(' data-live="ended"');
  };

  const show = (said: string, newest: string): void => {
    const button = notice.querySelector("button") ?? document.createElement("button");
    if (button.textContent === said) return;
    button.textContent = said;
    button.type = "button";
    button.onclick = () => {
      // Else the browser would go back to where the page was read. It also tells the page that comes.
      history.scrollRestoration = "manual";
      history.replaceState(null, "", `#${newest}`);
      location.reload();
    };
    notice.append(button);
  };

  if (history.scrollRestoration === "manual") {
    // After the browser has done its own.
    addEventListener("load", () => setTimeout(goToNewest));
  }
  wait();
}

function goToNewest(): void {
  history.scrollRestoration = "auto";
  const newest = document.querySelector<HTMLElement>(".live-update:is(:target, :has(> :target))");
  newest?.scrollIntoView();
  newest?.focus({ preventScroll: true });
}
