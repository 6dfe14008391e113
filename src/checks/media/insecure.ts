import { inContent } from "../../domain/content-path.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { shown } from "../words.ts";

/** An address that is not https, or holds a name; what it is with https, and how it is written if it lies in `public/`. */
interface Insecure {
  src: string;
  secure: string | undefined;
  typed: string;
}

export const rule = defineRule<Insecure>({
  code: "media/insecure",
  severity: "error",
  summary: "Media from other hosts is loaded over https.",
  explain: ({ src, secure, typed }) => ({
    message: `The address ${shown(src)} does not begin with https:// and a host, so others could see and change what readers receive.`,
    fix: `${secure === undefined ? "Put" : `Write \`${secure}\`, or put`} the file at \`${inContent(`public${typed}`)}\` and write \`${typed}\`.`,
  }),
  example: exampleBody(
    '<Video src="http://far.example/tide.mp4" title="The tide" length="0:10" />',
  ),
});
