import type { Page } from "playwright-core";

/** Last part of an address that is asked for because nothing is there. */
export const NOT_THERE = "/not-there/";

/**
 * Watches a page for what none must do: complain, break the policy, ask another host, ask for what is not there.
 * Gives the list, which grows with each fault. Of other hosts it may ask those with the origins `others`.
 */
export async function watchFaults(
  page: Page,
  origin: string,
  others: readonly string[] = [],
): Promise<string[]> {
  const faults: string[] = [];
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url } = message.location();
    if (!url.endsWith(NOT_THERE)) faults.push(`${page.url()}: ${url}: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText;
    // A click may come before the browser has the icon.
    if (why !== "net::ERR_ABORTED") faults.push(`${page.url()}: ${request.url()}: ${why}`);
  });
  page.on("response", (response) => {
    const isWanted = response.status() < 400 || response.url().endsWith(NOT_THERE);
    if (!isWanted) faults.push(`${page.url()}: ${response.url()} is ${response.status()}`);
  });
  page.on("request", (request) => {
    if (![origin, ...others].includes(new URL(request.url()).origin))
      faults.push(`${page.url()} asks ${request.url()}`);
  });
  await page.exposeFunction("tellViolation", (what: string) => {
    faults.push(`${page.url()}: breaks the policy: ${what}`);
  });
  await page.addInitScript(() => {
    const { tellViolation } = window as unknown as { tellViolation: (what: string) => void };
    document.addEventListener("securitypolicyviolation", (event) => {
      tellViolation(`${event.effectiveDirective}, ${event.blockedURI} ${event.sample}`);
    });
  });
  return faults;
}
