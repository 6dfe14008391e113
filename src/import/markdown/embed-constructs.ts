import { argument } from "./construct.ts";
import type { Arguments, ConstructContext } from "./construct.ts";
import { figure, film } from "./written-forms.ts";
import type { Written } from "./written-forms.ts";

/** What a construct that shows something becomes, with what is counted of it. */
export type Shown = Written & { embeds?: number; pictures?: number };

/** A picture with its caption; undefined where no file or address is named. */
export function shownFigure(args: Arguments, context: ConstructContext): Shown | undefined {
  const src =
    argument(args, "src", "url", "image_path", "image", "path", "file", "img") ??
    args.positional[0];
  if (src === undefined || /\{\{|^page\.|^include\./.test(src)) return undefined;
  const [title, caption] = [argument(args, "title"), argument(args, "caption")];
  const said = [title, caption].filter((part) => part !== undefined).join(": ");
  return {
    ...figure({
      src: context.picture(src),
      alt: argument(args, "alt") ?? "",
      caption: said === "" ? undefined : said,
      credit: argument(args, "attr", "credit", "attribution", "source"),
      link: argument(args, "link", "href"),
    }),
    pictures: 1,
  };
}

/** A film, a post of a network or a gist, by the name of its construct; undefined for other names or without its id. */
export function shownEmbed(
  name: string,
  args: Arguments,
  context: ConstructContext,
): Shown | undefined {
  const [first, second, third] = args.positional;
  const id = argument(args, "id", "videoid", "video_id", "src", "url", "video") ?? first;
  const isAddress = id !== undefined && /^https?:\/\//.test(id);
  switch (name.toLowerCase().replace(/[-_.]?(?:simple|embed|player|html|lite)+$/g, "")) {
    case "youtube":
    case "youtubepl":
    case "yt":
      return id === undefined
        ? undefined
        : embed(
            film(
              isAddress ? id : `https://www.youtube.com/watch?v=${id}`,
              argument(args, "title", "caption"),
            ),
          );
    case "vimeo":
      return id === undefined
        ? undefined
        : embed(
            film(isAddress ? id : `https://vimeo.com/${id}`, argument(args, "title", "caption")),
          );
    case "tweet":
    case "twitter":
    case "x": {
      const status = argument(args, "id") ?? first;
      if (status === undefined) return undefined;
      const user = argument(args, "user");
      const url = /^https?:/.test(status)
        ? status
        : `https://twitter.com/${user ?? "i/web"}/status/${status}`;
      context.note(
        "changed",
        `a post of a network became a link, because its words are not in the source: ${url}`,
      );
      return embed({
        md: `[${user === undefined ? "A post on X" : `A post by ${user} on X`}](${url})`,
      });
    }
    case "instagram": {
      if (id === undefined) return undefined;
      const url = isAddress ? id : `https://www.instagram.com/p/${id}/`;
      context.note(
        "changed",
        `a post of a network became a link, because its words are not in the source: ${url}`,
      );
      return embed({ md: `[A post on Instagram](${url})` });
    }
    case "gist": {
      const path = second === undefined ? first : `${first}/${second}`;
      if (path === undefined) return undefined;
      const url = `https://gist.github.com/${path}`;
      const file = third === undefined ? "" : `: ${third}`;
      context.note(
        "changed",
        `a gist became a link, because its code is not in the source: ${url}`,
      );
      return embed({ md: `[Code on GitHub${file}](${url})` });
    }
    default:
      return undefined;
  }
}

function embed(written: Written | undefined): Shown | undefined {
  return written === undefined ? undefined : { ...written, embeds: 1 };
}
