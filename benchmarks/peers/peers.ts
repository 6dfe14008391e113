import { astroPeer } from "./astro.ts";
import { eleventyPeer } from "./eleventy.ts";
import { hugoPeer } from "./hugo.ts";
import type { Peer } from "./peer.ts";

/** The peer that Pagefind's own command is run over. */
export const SAME_PARTS: Peer = hugoPeer("hugo", "Hugo, same parts");
/** The peer whose pages hold a title and a text. */
export const PLAIN_HUGO: Peer = hugoPeer("hugo-plain", "Hugo, plain");
/** As `--peer` names Pagefind's command over the pages of Hugo. */
export const PAGEFIND = "pagefind";
/** The whole job: the pages of Hugo and a search over them. */
export const WITH_SEARCH = "Hugo, same parts, and Pagefind";

/** Everything that the press is measured against, in the order of the table. */
export const PEERS: readonly Peer[] = [
  SAME_PARTS,
  PLAIN_HUGO,
  eleventyPeer("eleventy", "Eleventy, same parts"),
  eleventyPeer("eleventy-plain", "Eleventy, plain"),
  astroPeer("remark", "Astro, plain, remark-gfm"),
  astroPeer("satteri", "Astro, plain, Sätteri"),
];

/** The names that `--peer` takes. */
export const PEER_NAMES: readonly string[] = [...PEERS.map(({ name }) => name), PAGEFIND];
