// What an open page and the development server say to each other.

/** Where a page asks for the state without Vite's socket; below no base, since that may change. */
export const STATE_PATH = "/@stet/state";

/** The name in the Server-Timing header under which a page is told what revision it is of. */
export const SERVED = "stet";

/** By Vite's socket: a page that is ready to hear, and the state, to it at once and to all after each change. */
export const HELLO = "stet:hello";
export const STATE = "stet:state";

/** What a page says of itself when it is ready to hear. */
export interface Greeting {
  /** It is the page of an error of Vite's or Astro's, and wants to hear which. */
  hasError: boolean;
}
