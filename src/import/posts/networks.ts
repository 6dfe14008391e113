/** Networks whose posts are quoted, by their hosts, and what addresses of posts look like there. */
const NETWORKS: readonly { name: string; host: RegExp; path: RegExp }[] = [
  { name: "X", host: /^(?:twitter|x)\.com$/, path: /^\/\w+\/(?:web\/)?status(?:es)?\/\d+/ },
  {
    name: "Instagram",
    host: /^instagram\.com$|^instagr\.am$/,
    path: /^\/(?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+/,
  },
  {
    name: "Facebook",
    host: /^(?:facebook\.com|fb\.watch)$/,
    path: /\/(?:posts|videos|photos|permalink|story|photo|watch|reel)\b|^\/\w+\/?$/,
  },
  { name: "TikTok", host: /^(?:vm\.)?tiktok\.com$/, path: /^\/(?:@[\w.]+\/video\/\d+|\w+)/ },
  { name: "Bluesky", host: /^bsky\.app$/, path: /^\/profile\/[^/]+\/post\// },
  { name: "Threads", host: /^threads\.(?:net|com)$/, path: /^\/@[\w.]+\/post\// },
  { name: "Reddit", host: /^reddit\.com$/, path: /^\/r\/\w+\/(?:comments|s)\// },
  { name: "Tumblr", host: /(?:^|\.)tumblr\.com$/, path: /\/post\/|^\/[\w-]+\/\d+/ },
  { name: "LinkedIn", host: /^linkedin\.com$/, path: /^\/(?:posts|feed\/update|embed\/feed)\// },
  { name: "Pinterest", host: /^pinterest\.[a-z.]{2,6}$/, path: /^\/pin\/\d+/ },
];

/** Addresses on any host: Mastodon and what is like it. */
const MASTODON = /^\/(?:@[\w.-]+(?:@[\w.-]+)?|users\/\w+\/statuses)\/\d{8,20}\/?(?:embed)?$/;

/** The host of an address, without what sends small screens or old browsers elsewhere. */
export function plainHost({ hostname }: URL): string {
  return hostname.replace(/^(?:www|m|mobile|web|old)\./, "");
}

/** The path of an address; that behind `#!` where sites of scripts had it there. */
export function pathOf({ pathname, hash }: URL): string {
  return hash.startsWith("#!/") ? hash.slice(2) : pathname;
}

/** The network on which an address is that of a post; undefined for any other address. */
export function networkOf(url: URL): string | undefined {
  const host = plainHost(url);
  const path = pathOf(url);
  const found = NETWORKS.find((network) => network.host.test(host) && network.path.test(path));
  return found?.name ?? (MASTODON.test(url.pathname) ? "Mastodon" : undefined);
}

/** The network that an address belongs to, be it that of a post or of anything else there; undefined for other hosts. */
export function networkOfHost(url: URL): string | undefined {
  const host = plainHost(url);
  return NETWORKS.find((network) => network.host.test(host))?.name;
}
