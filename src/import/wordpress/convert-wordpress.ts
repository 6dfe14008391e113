import type { ConvertBody } from "../converted-body.ts";
import { convertHtml } from "../html/convert-html.ts";
import { bodyHtml } from "./body-html.ts";
import { withSizes } from "./sized-files.ts";

/** Converts a body of WordPress, of the block editor or of the classic one. */
export const convertWordPress: ConvertBody = ({ body, details = {} }, context) => {
  const sized = withSizes(context);
  return convertHtml(bodyHtml(body, details, sized), sized);
};
