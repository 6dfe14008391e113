import { GISCUS_ORIGIN } from "../../domain/comments.ts";

/** That the reader has asked for the discussion, until the tab is closed. */
const ASKED = "stet-discussion";

/**
 * Shows the button that opens the discussion of an article. Whoever signs in there is sent to GitHub and back to the
 * page, with a session in its address: it is handed to the frame and kept nowhere, and only where the discussion had
 * been opened before, so that no link from elsewhere can open it.
 */
export function letDiscuss(): void {
  const box = document.querySelector<HTMLElement>("[data-giscus]");
  const button = box?.querySelector("button");
  if (!box || !button) return;
  const here = new URL(location.href);
  const session = here.searchParams.get("giscus") ?? "";
  here.searchParams.delete("giscus");
  here.hash = "page-comments";
  const open = (): HTMLIFrameElement => {
    kept()?.setItem(ASKED, "1");
    const frame = discussion(box, here.href, session);
    box.replaceChildren(frame);
    return frame;
  };
  button.onclick = () => open().focus();
  button.hidden = false;
  if (session === "") return;
  history.replaceState(null, "", here);
  if (kept()?.getItem(ASKED) === "1") open();
}

/** What is kept in this tab; where the browser keeps nothing, whoever comes back has to open the discussion again. */
function kept(): Storage | undefined {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

function discussion(box: HTMLElement, origin: string, session: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = box.dataset["title"] ?? "";
  frame.allow = "clipboard-write";
  frame.src = `${box.dataset["giscus"] ?? ""}&${new URLSearchParams({ origin, session }).toString()}`;
  addEventListener("message", ({ origin: from, source, data }: MessageEvent<unknown>) => {
    if (from !== GISCUS_ORIGIN || source !== frame.contentWindow) return;
    const { giscus } = (data ?? {}) as { giscus?: { resizeHeight?: unknown } };
    const height = Number(giscus?.resizeHeight);
    if (height > 0) frame.height = String(Math.ceil(height));
  });
  return frame;
}
