/**
 * Helps the keyboard along the line of sections: a name that it comes to is scrolled into sight as a whole, which
 * browsers do not do where a part of it was seen, and Escape closes the opened line and leads back to More.
 */
export function guideKeyboard(): void {
  const more = document.querySelector<HTMLDetailsElement>(".more-sections");
  const line = more?.closest("nav");
  line?.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLAnchorElement && target.matches(":focus-visible"))
      target.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  line?.addEventListener("keydown", ({ key }) => {
    if (key !== "Escape" || more?.open !== true) return;
    more.open = false;
    more.querySelector("summary")?.focus();
  });
}
