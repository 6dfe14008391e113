import { expect, test } from "vitest";
import { guessedTimezone } from "./guessed-timezone.ts";

const dated = (...dates: string[]) => dates.map((date) => ({ date }));
const BERLIN = ["2020-01-10T10:00:00+01:00", "2020-07-10T10:00:00+02:00"];
const EASTERN = ["2021-02-01T00:00:00-05:00", "2021-06-01T00:00:00-04:00"];

test.each([
  ["the dates of a German site", "de", BERLIN, "Europe/Berlin"],
  ["the same dates, in the French of Belgium", "fr-BE", BERLIN, "Europe/Brussels"],
  ["dates of America's east", "en-US", EASTERN, "America/New_York"],
  ["a zone of half an hour", "en", ["2021-02-01T00:00:00+05:30"], "Asia/Kolkata"],
  ["a zone that no other has", "en", ["2021-02-01T00:00:00+05:45"], "Asia/Katmandu"],
  ["dates in UTC all year round", "en", ["2021-02-01T00:00:00Z", "2021-07-01T00:00:00Z"], "UTC"],
  ["days alone", "en", ["2021-02-01"], undefined],
  ["offsets that no zone has", "en", ["2021-02-01T00:00:00+07:07"], undefined],
])("from %s", (_, language, dates, zone) => {
  expect(guessedTimezone(dated(...dates), language)).toBe(zone);
});
