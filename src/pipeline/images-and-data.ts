import type { ContentListing } from "../loader/content-files.ts";
import { readData } from "../loader/csv-files.ts";
import { imagesBeside } from "../loader/files-beside.ts";
import type { Content } from "../loader/read-content.ts";
import type { Readers } from "../loader/readers.ts";
import { readImages } from "../loader/shown-images.ts";
import { siteImageFiles } from "../loader/site-images.ts";
import { postImageFiles, postImages } from "../validation/posts.ts";
import type { GatheredTexts } from "./gathered-texts.ts";
import type { LoadOptions } from "./load-options.ts";

/** The pictures and figures that texts, posts and `site.yaml` name. */
export async function imagesAndData(
  options: LoadOptions & { readers: Readers },
  { files }: ContentListing,
  { dataFiles, named }: Content,
  { texts }: GatheredTexts,
) {
  const references = texts.map((text) => text.references);
  const ofPosts = postImages(dataFiles.posts.documents);
  const images = await readImages(options, files, references, [
    ...siteImageFiles(named.images),
    ...postImageFiles(ofPosts),
    ...imagesBeside(references, files.assets),
  ]);
  return { images, postImages: ofPosts, data: await readData(options, files, references) };
}
