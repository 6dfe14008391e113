import type { BodyContext } from "../converted-body.ts";
import { originalAddresses } from "./image-sizes.ts";

/** A context in which addresses of sizes of a picture lead to the picture, whether or not the archive lists them. */
export function withSizes(context: BodyContext): BodyContext {
  return {
    ...context,
    file: (url) => {
      const direct = context.file(url);
      if (direct !== undefined) return direct;
      for (const original of originalAddresses(url)) {
        const found = context.file(original);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}
