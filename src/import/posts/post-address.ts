import { playerPage } from "../../domain/players.ts";
import { networkOf, pathOf, plainHost } from "./networks.ts";

/** What the address of a post says. */
export interface PostAddress {
  /** The address without what is there to follow readers, at the host that answers for it today. */
  url: string;
  /** The same for all addresses at which one post is found. */
  key: string;
  /** Name of the network, where it is known by its host or the form of the address. */
  network?: string;
  /** The account that it names, as the network shows it: `@ada`, `@ada@social.example`. */
  handle?: string;
  /** When the post was made, in milliseconds since 1970, where its number says so. */
  instant?: number;
}

/** Parameters that say where a reader comes from, and nothing of what is shown. */
const TRACKING = /^(?:utm_.+|fbclid|gclid|igsh|igshid|mibextid|rdid|ref_src|ref_url|share_id)$/i;

/** Where networks put the number of a post, by their names as `networkOf` gives them. */
const FORMS: readonly {
  network: string;
  /** `id`, and `account` where the address names one. */
  path: RegExp;
  host: string;
}[] = [
  {
    network: "X",
    path: /^\/(?<account>\w+)\/(?:web\/)?status(?:es)?\/(?<id>\d{1,20})/,
    host: "x.com",
  },
  {
    network: "Bluesky",
    path: /^\/profile\/(?<account>[^/]+)\/post\/(?<id>[\w-]+)/,
    host: "bsky.app",
  },
  {
    network: "Instagram",
    path: /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/(?<id>[\w-]+)/,
    host: "www.instagram.com",
  },
  {
    network: "Threads",
    path: /^\/@(?<account>[\w.]+)\/post\/(?<id>[\w-]+)/,
    host: "www.threads.com",
  },
  {
    network: "TikTok",
    path: /^\/@(?<account>[\w.]+)\/(?:video|photo)\/(?<id>\d+)/,
    host: "www.tiktok.com",
  },
  {
    network: "Reddit",
    path: /^\/r\/\w+\/comments\/(?<id>\w+(?:\/[^/]*\/\w+)?)/,
    host: "www.reddit.com",
  },
];

/** Reads the address of a post, one of the web. Nothing is asked of the network. */
export function readPostAddress(given: URL): PostAddress {
  const player = playerPage(given.href);
  if (player !== undefined) {
    const url = player.page.replace(/[&?]t=\d+s$/, "");
    return { url, key: url, network: player.player === "youtube" ? "YouTube" : "Vimeo" };
  }
  const network = networkOf(given);
  const form = FORMS.find((one) => one.network === network);
  const found = form?.path.exec(pathOf(given));
  if (form !== undefined && found?.groups !== undefined)
    return ofForm({ network: form.network, host: form.host, path: found[0] }, found.groups);
  const url = plainUrl(given);
  const host = plainHost(given) + (given.port === "" ? "" : `:${given.port}`);
  if (network === "Mastodon") {
    const account =
      /^\/(?:@([\w.@-]+)|users\/(\w+))/.exec(given.pathname)?.slice(1).find(Boolean) ?? "";
    const id = /\/(\d+)/.exec(given.pathname.replace(/^\/[^/]+/, ""))?.[1] ?? "";
    const handle = `@${account.includes("@") ? account : `${account}@${given.hostname}`}`;
    return { url: url.replace(/\/embed$/, ""), key: `${host}/${id}`, network, handle };
  }
  const key = host + url.replace(/^https?:\/\/[^/]*/, "").replace(/\/(?=$|\?)/, "");
  return { url, key, ...(network === undefined ? {} : { network }) };
}

function ofForm(
  { network, host, path }: { network: string; host: string; path: string },
  { id = "", account }: Record<string, string | undefined>,
): PostAddress {
  const named =
    account === undefined || account === "i" || account.startsWith("did:")
      ? {}
      : { handle: `@${account}` };
  const address = (way: string): string => `https://${host}${way}`;
  if (network === "X")
    return {
      url: address(`/${account ?? "i"}/status/${id}`),
      key: `X ${id}`,
      network,
      ...named,
      ...snowflake(id),
    };
  // The number of a record is one of its account's; as a time with a random part it is as good as unique.
  const isTime = /^[2-7a-j][2-7a-z]{12}$/.test(id);
  const key = network === "Bluesky" && !isTime ? `${account ?? ""} ${id}` : id;
  return {
    url: address(path),
    key: `${network} ${network === "Reddit" ? key.replace(/\/[^/]*\//, " ") : key}`,
    network,
    ...named,
  };
}

/** Numbers of posts of X since November 2010 hold the milliseconds since this moment, above 22 bits. */
const SNOWFLAKE_EPOCH = 1_288_834_974_657;
const FIRST_SNOWFLAKE = 29_700_859_247n;

function snowflake(id: string): { instant?: number } {
  const number = BigInt(id);
  if (number < FIRST_SNOWFLAKE) return {};
  return { instant: Number(number >> 22n) + SNOWFLAKE_EPOCH };
}

/** An address without a password, a fragment, and parameters that follow readers. */
function plainUrl(given: URL): string {
  const url = new URL(given.href);
  url.username = "";
  url.password = "";
  url.hash = "";
  const kept = [...url.searchParams].filter(([name]) => !TRACKING.test(name));
  url.search = kept.length === 0 ? "" : new URLSearchParams(kept).toString();
  return url.href;
}
