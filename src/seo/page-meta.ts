import type { JsonLd } from "./json-ld.ts";

/** What stands in the head of a page for search engines, share cards and browser tabs. Addresses are absolute. */
export interface PageMeta {
  /** Title of the page without the publication's name; absent on the front page. */
  title?: string;
  description?: string;
  /** What search engines are told instead of either; the title is then the whole one. */
  seo?: { title?: string; description?: string };
  /** Language of title and description, and of what the page is about, where it is not the publication's. */
  language?: string;
  /** Names of those who wrote what the page is about. */
  authors?: readonly string[];
  /** Address that search engines should keep; absent on pages that they should not list. */
  canonical?: string;
  /** What a share card shows; absent on pages that nobody shares. */
  card?: ShareCard;
  /** The nodes of its structured data. */
  jsonLd?: readonly JsonLd[];
}

/** A share card by the Open Graph protocol. */
export interface ShareCard {
  type: "website" | "article" | "profile";
  /** Where it is not the page's own title: that of a sponsored piece says so. */
  title?: string;
  url: string;
  /** At least 1,200 pixels wide. */
  image: { url: string; width: number; height: number; type: string; alt: string };
  article?: {
    published: string;
    modified?: string;
    section: string;
    /** Addresses of the authors' pages. */
    authors: string[];
    tags: string[];
  };
}
