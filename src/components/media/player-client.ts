/** Makes of each link to something that can be played a button that puts a player in its place. */
export function letPlay(): void {
  for (const stage of document.querySelectorAll<HTMLElement>("[data-plays]")) {
    const link = stage.querySelector("a");
    if (link === null) continue;
    const button = document.createElement("button");
    button.className = link.className;
    button.ariaLabel = stage.dataset["label"] ?? "";
    // On paper it stands for its address all the same.
    button.dataset["note"] = link.dataset["note"] ?? "";
    button.append(...link.childNodes);
    button.onclick = () => play(stage, button, link);
    link.replaceWith(button);
  }
}

function play(stage: HTMLElement, button: HTMLElement, link: HTMLAnchorElement): void {
  const before = [...stage.childNodes];
  const { plays = "", title = "" } = stage.dataset;
  const player =
    plays === "iframe" ? frame(stage) : media(plays as "audio" | "video", link.href, stage);
  player.title = title;
  // What cannot be had is a link again.
  player.onerror = () => {
    link.append(...button.childNodes);
    stage.replaceChildren(...before.map((node) => (node === button ? link : node)));
    link.focus();
  };
  stage.replaceChildren(player);
  player.focus();
}

function frame(stage: HTMLElement): HTMLIFrameElement {
  const made = document.createElement("iframe");
  made.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  made.src = further(stage) ?? "";
  return made;
}

function media(plays: "audio" | "video", src: string, stage: HTMLElement): HTMLMediaElement {
  const made = document.createElement(plays);
  made.controls = made.autoplay = true;
  if (made instanceof HTMLVideoElement) {
    made.playsInline = true;
    made.poster = stage.querySelector("img")?.currentSrc ?? "";
  }
  const captions = further(stage);
  if (captions !== undefined) {
    const track = document.createElement("track");
    track.kind = "captions";
    track.src = captions;
    track.default = true;
    track.srclang = track.label = stage.closest<HTMLElement>("[lang]")?.lang ?? "";
    made.append(track);
  }
  made.src = src;
  return made;
}

/** The address that is not the link's: of the frame, or of the captions. */
function further(stage: HTMLElement): string | undefined {
  const link = stage.querySelector("template")?.content.querySelector("a");
  return link?.getAttribute("href") ?? undefined;
}
