import type { Page } from "playwright-core";

/**
 * What a page must not do: complain, break the policy, ask another host, ask for what is not there. The list grows
 * while the page is used; the one address that may be missing is `/not-there/`.
 */
export function watchFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url } = message.location();
    if (!url.endsWith("/not-there/")) faults.push(`${page.url()}: ${url}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A click may come before the browser has the icon.
    if (why !== "net::ERR_ABORTED") faults.push(`${page.url()}: ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    const isWanted = response.status() < 400 || response.url().endsWith("/not-there/");
    if (!isWanted) faults.push(`${page.url()}: ${response.url()} is ${response.status()}`);
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin)
      faults.push(`${page.url()} asks ${request.url()}`);
  });
  return faults;
}
