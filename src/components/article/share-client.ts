/** Shows the ways of sharing that this browser has: its own, and the clipboard. Nothing is told to anybody else. */
export function offerSharing(): void {
  const part = document.querySelector<HTMLElement>(".share");
  const status = part?.querySelector<HTMLElement>("[data-said]") ?? null;
  const { title, address: url = "" } = part?.dataset ?? {};
  const offer = (name: string, use: () => Promise<void>): void => {
    const button = part?.querySelector<HTMLElement>(`[data-share=${name}]`) ?? null;
    if (button === null) return;
    button.hidden = false;
    // Who closes the window of the device changes their mind, and needs no message.
    button.addEventListener("click", () => void use().catch(() => undefined));
  };
  if ("clipboard" in navigator)
    offer("copy", async () => {
      await navigator.clipboard.writeText(url);
      if (status !== null) status.textContent = status.dataset["said"] ?? "";
    });
  if ("share" in navigator)
    offer("device", () => navigator.share({ url, ...(title === undefined ? {} : { title }) }));
}
