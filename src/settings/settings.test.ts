import { describe, expect, test } from "vitest";
import { readSettings, SettingsError } from "./settings.ts";

const clock = (): number => 1000;
const roots = { packageRoot: "/press/node_modules/stet", projectRoot: "/press" };

describe("the settings", () => {
  test("lie in the project unless the environment says otherwise", () => {
    expect(readSettings(roots, {}, clock)).toEqual({
      ...roots,
      content: "/press/content",
      out: "/press/dist",
      work: "/press/.stet",
      cache: "/press/.cache",
      now: 1000,
    });
  });

  test("take relative folders from the project, and empty ones as not given", () => {
    const settings = readSettings(
      roots,
      { STET_CONTENT: "../paper", STET_OUT: "/srv/www", STET_CACHE: " " },
      clock,
    );
    expect(settings).toMatchObject({ content: "/paper", out: "/srv/www", cache: "/press/.cache" });
  });

  test("take an instant or a day in UTC for now", () => {
    const now = (written: string): number => readSettings(roots, { STET_NOW: written }, clock).now;
    expect(now("2026-03-31T09:30:00+02:00")).toBe(Date.UTC(2026, 2, 31, 7, 30));
    expect(now("2026-03-31")).toBe(Date.UTC(2026, 2, 31));
  });

  test("refuse a moment that is none", () => {
    expect(() => readSettings(roots, { STET_NOW: "yesterday" }, clock)).toThrow(SettingsError);
  });
});
