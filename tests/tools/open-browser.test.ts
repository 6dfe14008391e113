import { expect, test } from "vitest";
import { openBrowser } from "./open-browser.ts";

test("the browser shows a page and runs its script", async () => {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto("data:text/html,<title>Stet</title><p>Let it stand");
    expect(await page.title()).toBe("Stet");
    expect(await page.locator("p").innerText()).toBe("Let it stand");
  } finally {
    await browser.close();
  }
});
