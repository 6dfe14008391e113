import { setTimeout } from "node:timers/promises";

/** Where a feed says that it lies, and which hub is to be told of its changes. */
export interface FeedTopic {
  self: string;
  hub: string;
}

/** What became of telling a hub of one feed; `fault` is why it was in vain. */
export interface Announcement extends FeedTopic {
  fault?: string;
}

/** What announcing needs from outside. */
export interface AnnounceMeans {
  fetch: typeof fetch;
  /** Waits so many milliseconds. */
  wait?: (milliseconds: number) => Promise<unknown>;
}

/** In RSS by the prefix that the press gives it, in Atom without. */
const ATOM_LINK = /<(?:atom:)?link\s([^<>]*?)\/?>/g;
const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
};

/** How long a hub may take to answer, in milliseconds. */
const PATIENCE = 15_000;

/** Pauses before the second and third try, in milliseconds. */
const PAUSES = [1000, 5000];

/**
 * Where a feed of the press, in any of its forms, says that it lies, and its hub (WebSub, section 4; JSON Feed 1.1);
 * `undefined` where it does not say both.
 */
export function topicOf(text: string): FeedTopic | undefined {
  if (text.startsWith("{")) return topicOfJson(JSON.parse(text));
  const [channel = ""] = text.split(/<(?:item|entry)[\s>]/, 1);
  const links = new Map<string, string>();
  for (const [, attributes = ""] of channel.matchAll(ATOM_LINK)) {
    const rel = attributeOf(attributes, "rel");
    const address = attributeOf(attributes, "href");
    if (rel !== undefined && address !== undefined) links.set(rel, address);
  }
  const self = links.get("self");
  const hub = links.get("hub");
  return self === undefined || hub === undefined ? undefined : { self, hub };
}

function topicOfJson(feed: {
  feed_url?: string;
  hubs?: readonly { url?: string }[];
}): FeedTopic | undefined {
  const { feed_url: self, hubs: [{ url: hub } = {}] = [] } = feed;
  return self === undefined || hub === undefined ? undefined : { self, hub };
}

function attributeOf(attributes: string, name: string): string | undefined {
  const written = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
  return written?.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => ENTITIES[entity] ?? entity);
}

/**
 * Tells a hub that a feed has changed, as PubSubHubbub 0.4, section 7.1, has it: WebSub leaves the way open, and
 * hubs in use take this one. Tries again where the hub cannot be reached, is busy or broken.
 */
export async function announce(topic: FeedTopic, means: AnnounceMeans): Promise<Announcement> {
  const { wait = setTimeout } = means;
  for (const pause of [...PAUSES, undefined]) {
    const { fault, again } = await tell(topic, means.fetch);
    if (fault === undefined) return topic;
    if (!again || pause === undefined) return { ...topic, fault };
    await wait(pause);
  }
  return topic;
}

async function tell(
  { self, hub }: FeedTopic,
  send: typeof fetch,
): Promise<{ fault?: string; again: boolean }> {
  try {
    const answer = await send(hub, {
      method: "POST",
      body: new URLSearchParams({ "hub.mode": "publish", "hub.url": self }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    await answer.body?.cancel();
    if (answer.ok) return { again: false };
    const { status, statusText } = answer;
    return {
      fault: `the hub answered ${status} ${statusText}`.trimEnd(),
      again: status >= 500 || status === 429,
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { fault: cause instanceof Error ? cause.message : String(cause), again: true };
  }
}
