import { plainText } from "../html-text.ts";
import type { WriteCard } from "./card.ts";
import { asRow, textIn } from "./row.ts";
import type { Row } from "./row.ts";

/**
 * Whether a card was not for all readers of the page, by its `visibility`: for members alone, or for e-mails alone. What is
 * not said is for all.
 */
export function isForMembers(fields: Row): boolean {
  const visibility = asRow(fields["visibility"]);
  const web = asRow(visibility["web"]);
  if (visibility["emailOnly"] === true) return true;
  return web["nonMember"] === false || visibility["showOnWeb"] === false;
}

/** A part that was in e-mails alone. */
export const emailCard: WriteCard = (fields, notes) => {
  const words = plainText(`${textIn(fields, "html")} ${textIn(fields, "buttonText")}`);
  if (words !== "") notes.add("lost", `A part for e-mails only: ${words}`);
  return "";
};

/** Where the text ended for those who were no members. */
export const paywallCard: WriteCard = (_, notes) => {
  notes.add(
    "look",
    "A mark in the text says where a part for members began; all of the text is here",
  );
  return "";
};

/** A form to become a member. */
export const signupCard: WriteCard = (fields, notes) => {
  const names = ["header", "subheader", "disclaimer", "buttonText"];
  const words = names.map((name) => plainText(textIn(fields, name))).filter((one) => one !== "");
  notes.add("lost", `A form to sign up as a member: ${words.join(" · ")}`);
  return "";
};

/** A player of podcasts for members. */
export const transistorCard: WriteCard = (_, notes) => {
  notes.add("lost", "A player of Transistor podcasts, which knew readers as members");
  return "";
};
