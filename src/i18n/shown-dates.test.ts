import { describe, expect, test } from "vitest";
import { showDay, showMoment, showMonth, showPeriod } from "./shown-dates.ts";

test.each([
  ["en", "June 19, 2026", "June 2026", "2026", "Jun"],
  ["en-US", "June 19, 2026", "June 2026", "2026", "Jun"],
  ["en-GB", "19 June 2026", "June 2026", "2026", "Jun"],
  ["fr", "19 juin 2026", "juin 2026", "2026", "juin"],
  ["fa", "۱۹ ژوئن ۲۰۲۶", "ژوئن ۲۰۲۶", "۲۰۲۶", "ژوئن"],
  ["fa-AF", "۱۹ جون ۲۰۲۶", "جون ۲۰۲۶", "۲۰۲۶", "جون"],
  ["ps", "۲۰۲۶ جون ۱۹", "۲۰۲۶ جون", "۲۰۲۶", "جون"],
  ["th", "19 มิถุนายน ค.ศ. 2026", "มิถุนายน 2026", "2026", "มิ.ย."],
  ["ar-SA", "١٩ يونيو ٢٠٢٦", "يونيو ٢٠٢٦", "٢٠٢٦", "يونيو"],
  ["ja", "2026年6月19日", "2026年6月", "2026年", "6月"],
])(
  "in %s dates, months and years are Gregorian, in its words and numerals",
  (language, day, month, year, short) => {
    expect([
      showDay("2026-06-19", language),
      showPeriod("2026-06", language),
      showPeriod("2026", language),
      showMonth("2026-06", language),
    ]).toEqual([day, month, year, short]);
  },
);

test.each([
  ["de", "19. Juni 2026, 12:00 UTC"],
  ["ar", "19 يونيو 2026، 12:00 م UTC"],
  ["he", "19 ביוני 2026, 12:00 UTC"],
  ["ja", "2026年6月19日 12:00 UTC"],
])("in %s a time stands behind its day as newspapers set it", (language, moment) => {
  const shown = showMoment(Date.UTC(2026, 5, 19, 12), language, "UTC");
  expect(shown.replace(/[\u200E\u200F]/g, "").replace(/\s/g, " ")).toBe(moment);
});

/** A number as it is read in Latin digits, whatever the numerals are. */
function yearIn(text: string): boolean {
  const latin = text.replace(/\p{Nd}/gu, (digit) => {
    const zero = [...digit].map((sign) => sign.codePointAt(0) ?? 0)[0] ?? 0;
    for (let value = 0; value < 10; value += 1)
      if (!/\p{Nd}/u.test(String.fromCodePoint(zero - value - 1))) return String(value);
    return digit;
  });
  return /(?:^|\D)2026(?:\D|$)/.test(latin);
}

describe("whatever calendar a language or a region is used to", () => {
  const languages = [
    ...[
      "ar-AE",
      "am",
      "ckb",
      "dz",
      "he",
      "lrc",
      "mzn",
      "ne",
      "my",
      "th-TH-u-nu-thai",
      "ur",
      "uz-AF",
    ],
    ...[
      "fa-u-ca-persian",
      "ja-u-ca-japanese",
      "ar-u-ca-islamic",
      "zh-TW-u-ca-roc",
      "he-u-ca-hebrew",
    ],
  ];

  test.each(languages)(
    "in %s a day, its month and its year name the year of the address",
    (language) => {
      for (const text of [
        showDay("2026-06-19", language),
        showMoment(Date.UTC(2026, 5, 19, 12), language, "UTC"),
        showPeriod("2026-06", language),
        showPeriod("2026", language),
      ])
        expect({ text, hasYear: yearIn(text) }).toEqual({ text, hasYear: true });
    },
  );
});

test("the first and the last day of a month are in the month of their list", () => {
  for (const language of ["fa", "fa-AF", "ps", "th"]) {
    const month = showMonth("2026-07", language);
    expect(showDay("2026-07-01", language)).toContain(language === "th" ? "กรกฎาคม" : month);
    expect(showDay("2026-07-31", language)).toContain(language === "th" ? "กรกฎาคม" : month);
  }
});
