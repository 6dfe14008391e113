import type { ArticleView } from "../views/article-view.ts";
import type { FrontView } from "../views/front-view.ts";
import type { SiteShell } from "../views/site-shell.ts";

/** What the component at the head of every page is given. */
export interface MastheadProps {
  /** The publication: its name, its sections, its links. */
  shell: SiteShell;
  /** Address of the page shown, where the navigation knows it. */
  here: string | undefined;
  /** Address of the section that it belongs to. */
  category: string | undefined;
}

/** What the component at the foot of every page is given. */
export interface FooterProps {
  shell: SiteShell;
}

/** What the component below every article is given. */
export interface BelowArticleProps {
  shell: SiteShell;
  /** All that the page shows of the article. */
  view: ArticleView;
}

/** What the component is given that fills the front page between masthead and footer. */
export interface FrontProps {
  shell: SiteShell;
  view: FrontView;
}
