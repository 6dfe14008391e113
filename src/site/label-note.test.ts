import { expect, test } from "vitest";
import { labelNote, sharedTitle } from "./label-note.ts";
import { messagesFor } from "../i18n/languages.ts";

test.each(["en", "fr", "ar"])(
  "what is no plain report is explained in %s, each in its own words",
  (language) => {
    const words = messagesFor({ language });
    const notes = [
      labelNote({ kind: "sponsored", sponsor: "Barnacle", authors: ["a"] }, words, language),
      labelNote({ kind: "sponsored", authors: ["a"] }, words, language),
      labelNote({ kind: "opinion", authors: ["a"] }, words, language),
      labelNote({ kind: "opinion", authors: ["a", "b"] }, words, language),
      labelNote({ kind: "analysis", authors: ["a"] }, words, language),
    ];
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes[0]).toContain("Barnacle");
    expect(notes).not.toContain(undefined);
  },
);

test("news and explainers need no explanation", () => {
  for (const kind of ["news", "explainer", "review", "interview", "live"] as const)
    expect(
      labelNote({ kind, authors: ["a"] }, messagesFor({ language: "en" }), "en"),
    ).toBeUndefined();
});

test("the headline of a sponsored piece says so wherever it is shared", () => {
  expect(sharedTitle({ kind: "sponsored", title: "Paint" }, messagesFor({ language: "fr" }))).toBe(
    "Contenu sponsorisé : Paint",
  );
  expect(sharedTitle({ kind: "opinion", title: "Paint" }, messagesFor({ language: "fr" }))).toBe(
    "Paint",
  );
});
