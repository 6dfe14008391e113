/**
 * Parts of names by which programs that take an article out of its page know what stands around it; where several begin
 * alike, their beginning. A name that is taken for boilerplate without need costs an empty element, one that is missed a
 * part of the article. These are those of Readability (0.6.0, `REGEXPS.unlikelyCandidates`, `negative`, `byline` and
 * `shareElements`), of its forerunners and its descendants.
 */
const OF_ANYTHING =
  "-ad- ad-break agegate ai2html aside author banner breadcrumb button byline com- combx comment community contact " +
  "cover-wrap dateline disqus discuss extra footer footnote gdpr header hid legend masthead media menu meta modal " +
  "outbrain pager pagination popup promo related remark replies rss scroll share shopping shoutbox sidebar skyscraper " +
  "social sponsor supplement tags teaser tool widget writtenby yom-remote";

/** Defuddle (0.19, `PARTIAL_SELECTORS`) has these besides, and leaves headings alone. */
const OF_OTHERS =
  "access-wall activitypub advert appendix archive avatar captcha citation collections consent cookie cover- current-issue " +
  "disclaimer disclosure donat dropdown enhancement error facebook favorite feature feed- follower for-you gated- hamburger " +
  "interaction interlude invisible issue jump keep-reading kicker label- language-name latest license like- loading " +
  "market might-like mini more- most-read newsgallery newsletter next- not-found partner permission plea popular pop-up " +
  "post- preview print privacy profile -rail rating read-next reading-time recent recirc recommend register relevant " +
  "response screen search section- series- sign-in similar site- speed stats -slider story- subject subhead subscri summary " +
  "tabs- taxonomy time- timestamp title tooltip top- topic trending trust twitter upsell visually";

/** And ids that it takes for boilerplate on whatever element, headings too, where they are the whole of one (`EXACT_SELECTORS`). */
const WHOLE =
  /^(?:ad-.*|.*-ad|articletag|barrier-page|categories|copyright|date|feed|headline|logo|navigation|newsletter|page-info|primaryaudio|secondary|side-bar|sitesub|title|toc)$/i;

const BOILERPLATE = anyOf(OF_ANYTHING);
const OTHER_BOILERPLATE = anyOf(OF_OTHERS);

/** Whether a program may take an element that has this name, as its id or class, for something beside the article. */
export function namesBoilerplate(name: string, tagName: string): boolean {
  if (BOILERPLATE.test(name) || WHOLE.test(name)) return true;
  return !/^h[1-6]$/.test(tagName) && OTHER_BOILERPLATE.test(name);
}

function anyOf(stems: string): RegExp {
  return new RegExp(stems.split(" ").join("|"), "i");
}
