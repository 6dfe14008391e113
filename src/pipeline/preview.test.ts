import { expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { builtInMessages } from "../i18n/languages.ts";
import { previewed } from "./preview.ts";

const NOW = Date.UTC(2026, 2, 1);
const german = builtInMessages("de");

test("what is not public yet is marked above its headline, in the publication's words", () => {
  const published = anArticle({ day: "2026-02-01", slug: "a", kicker: "Harbour" });
  expect(previewed(published, NOW, german)).toBe(published);
  const draft = anArticle({ day: "2026-02-01", slug: "b", draft: true });
  expect(previewed(draft, NOW, german)).toEqual({
    ...draft,
    kicker: "Entwurf",
    unpublished: "draft",
  });
  const scheduled = anArticle({ day: "2026-04-01", slug: "c", kicker: "Harbour" });
  expect(previewed(scheduled, NOW, german)).toEqual({
    ...scheduled,
    kicker: "Geplant · Harbour",
    unpublished: "scheduled",
  });
});
