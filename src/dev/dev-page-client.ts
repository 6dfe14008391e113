// Runs in every page that development answers, those of errors too: Vite's own client loads it.
import type { DevState } from "./dev-session.ts";
import type { Greeting } from "./dev-protocol.ts";
import { HELLO, SERVED, STATE, STATE_PATH } from "./dev-protocol.ts";

const OVERLAY = "stet-overlay";
/** How long Vite's socket may take, and how long is waited between two questions without it. */
const SOCKET_MS = 3_000;
const POLL_MS = 500;
/** How often a page looks whether an error is its own, and how much longer it waits each time. */
const MOST_CHECKS = 4;
const CHECK_MS = 1_000;

const navigation = performance
  .getEntriesByType("navigation")
  .find((entry) => entry instanceof PerformanceNavigationTiming);
/** The revision that this page is of; unknown to a browser that does not give the server's remarks to a page. */
let served = Number(
  navigation?.serverTiming.find(({ name }) => name === SERVED)?.description ?? NaN,
);
/** Astro ends a page that it could not finish by loading Vite's client once more. */
let hasError =
  (navigation?.responseStatus ?? 200) >= 500 ||
  document.querySelectorAll('script[src$="/@vite/client"]').length > 1;
let isGreeted = false;
let isLeaving = false;

// Spelt out: Vite looks for these words.
const hot = import.meta.hot;
hot?.on(STATE, take);
hot?.on("vite:error", doubt);
hot?.on("vite:ws:disconnect", () => void comeBack());
addEventListener("pagehide", () => (isLeaving = true));
hot?.send(HELLO, { hasError } satisfies Greeting);
// Vite may have told of an error before this code ran.
if (document.querySelector("vite-error-overlay") !== null) doubt();
setTimeout(() => void (isGreeted || comeBack()), SOCKET_MS);

/**
 * There is an error. It may be that of another page, or one that was mended meanwhile: whether it is this page's shows
 * when it is loaded once more.
 */
function doubt(): void {
  if (!hasError) void check();
  hasError = true;
}

function take(state: DevState): void {
  if (Number.isNaN(served)) served = state.revision;
  const isOld = !isGreeted || hasError ? state.revision !== served : state.snapshot > served;
  isGreeted = true;
  if (isOld) reload();
  else show(state.error);
}

/** Lays what is wrong over the page, or takes it away. */
function show(error: string | undefined): void {
  document.querySelector(OVERLAY)?.remove();
  if (error === undefined) return;
  const overlay = document.createElement(OVERLAY);
  overlay.dir = "ltr";
  overlay.style.cssText = "position: fixed; inset: 0; z-index: 99999; overflow: auto";
  const shadow = overlay.attachShadow({ mode: "open" });
  shadow.innerHTML = error;
  shadow.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (link === null) return;
    event.preventDefault();
    void fetch(link.href);
  });
  document.body.append(overlay);
}

/** Asks without the socket, until there is another state than the one that this page is of. */
async function comeBack(): Promise<void> {
  while (!isLeaving) {
    const state = await askState();
    if (state !== undefined) {
      if (Number.isNaN(served)) served = state.revision;
      if (state.revision !== served) return reload();
      show(state.error);
    }
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/**
 * Loads the page again, a few times at most for one state: a busy server may tell of an error that was mended once
 * more, and a script of the page that does not compile is told of each time.
 */
async function check(): Promise<void> {
  const state = await askState();
  if (state === undefined) return;
  const key = "stet:checked";
  const [revision, checks] = sessionStorage.getItem(key)?.split(" ") ?? [];
  const before = revision === String(state.revision) ? Number(checks) : 0;
  if (before === MOST_CHECKS) return;
  sessionStorage.setItem(key, `${state.revision} ${before + 1}`);
  await new Promise((resolve) => setTimeout(resolve, before * CHECK_MS));
  reload();
}

async function askState(): Promise<DevState | undefined> {
  try {
    const answer = await fetch(STATE_PATH);
    return answer.ok ? ((await answer.json()) as DevState) : undefined;
  } catch {
    return undefined;
  }
}

function reload(): void {
  if (isLeaving) return;
  isLeaving = true;
  location.reload();
}
