import { resolve } from "node:path";
import { expect, test } from "vitest";
import { mediaTarget } from "./media-target.ts";

test.each(["store:paper/media", "r2:", ":s3,provider=Minio:paper", "my store:media"])(
  "%s is a remote of rclone's",
  (remote) => {
    expect(mediaTarget(remote, "/srv/paper/content")).toEqual({ kind: "remote", remote });
  },
);

test.each(["../media", "/srv/media", "./a:b/media", "C:\\media", "d:/media", "media"])(
  "%s is a folder",
  (folder) => {
    expect(mediaTarget(folder, "/srv/paper/content")).toEqual({
      kind: "folder",
      folder: resolve("/srv/paper/content", folder),
    });
  },
);
