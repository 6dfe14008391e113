/**
 * Opens a footnote beside the mark that calls it. Without this the mark leads to the note at the end of the text, and
 * so it does where a browser knows no popovers. The browser itself closes the note: by Escape, or by a press elsewhere.
 */
export function openNotesInPlace(): void {
  if (!("popover" in HTMLElement.prototype)) return;
  const shown = document.createElement("div");
  shown.className = "note-in-place";
  shown.popover = "auto";
  shown.tabIndex = -1;
  shown.role = "note";
  let mark: HTMLAnchorElement | undefined;
  /** The mark whose note was open when a press began: the press has closed it by the time it is a click. */
  let closing: HTMLAnchorElement | undefined;

  const open = (): void => {
    if (mark === undefined) return;
    shown.setAttribute("aria-labelledby", `footnotes ${mark.id}`);
    mark.parentElement?.after(shown);
    mark.focus();
    shown.showPopover();
    shown.focus();
  };

  // Told at once: the event after it comes late, and once for a note that gives way to another.
  shown.addEventListener("beforetoggle", ({ newState }) => {
    mark?.setAttribute("aria-expanded", String(newState === "open"));
  });
  shown.addEventListener("click", (event) => {
    if ((event.target as Element).closest(".footnote-back") === null) return;
    event.preventDefault();
    shown.hidePopover();
    mark?.focus();
  });
  document.addEventListener("pointerdown", () => {
    closing = shown.matches(":popover-open") ? mark : undefined;
  });
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a.footnote")) {
    link.setAttribute("aria-expanded", "false");
    link.addEventListener("click", (event) => {
      const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (note === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const again = closing === link;
      closing = undefined;
      shown.hidePopover();
      if (again) return;
      const copy = note.cloneNode(true) as Element;
      for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
      shown.replaceChildren(...copy.childNodes);
      mark = link;
      open();
    });
  }
}
