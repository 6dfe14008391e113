// What stands in a slot is resolved by src/renderer/slot-components.ts; whatever that is, it is used as Stet's own.
/* oxlint-disable typescript/consistent-type-imports -- an import would make this file a module, which declares none. */
declare module "virtual:slots/masthead" {
  const Masthead: typeof import("./navigation/Masthead.astro").default;
  export default Masthead;
}

declare module "virtual:slots/footer" {
  const Footer: typeof import("./navigation/Footer.astro").default;
  export default Footer;
}

declare module "virtual:slots/below-article" {
  const BelowArticle: typeof import("./article/BelowArticle.astro").default;
  export default BelowArticle;
}

declare module "virtual:slots/front" {
  const FrontBody: typeof import("./listing/FrontBody.astro").default;
  export default FrontBody;
}
