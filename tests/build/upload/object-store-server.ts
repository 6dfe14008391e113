import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createHash } from "node:crypto";
import { listenNear } from "../../../src/deploy/listen.ts";

/** A file of the store, with the headers it was sent with. */
export interface StoredObject {
  bytes: Buffer;
  type: string | undefined;
  caching: string | undefined;
  encoding: string | undefined;
}

/** An object store that speaks as much of S3 as rclone asks for here, and forgets everything when it is closed. */
export interface ObjectStoreServer {
  /** Its address. */
  endpoint: string;
  /** By bucket and path. */
  objects: Map<string, StoredObject>;
  /** What changed something, in order: `PUT /bucket/path`, or `COPY` where the store itself copies another object. */
  changes: string[];
  /** Whether it turns everybody away. */
  isClosed: boolean;
  close: () => void;
}

/** Opens a store on this machine. */
export async function openObjectStore(): Promise<ObjectStoreServer> {
  const store = {
    objects: new Map<string, StoredObject>(),
    changes: [] as string[],
    isClosed: false,
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => answer(request, response, Buffer.concat(parts)));
  });
  const port = await listenNear(server, 0);
  const opened: ObjectStoreServer = {
    ...store,
    endpoint: `http://localhost:${port}`,
    close: () => server.close(),
  };
  const answer = (request: IncomingMessage, response: ServerResponse, bytes: Buffer): void => {
    const { method = "", url = "", headers } = request;
    const path = decodeURIComponent(url.replace(/\?.*/s, "")).slice(1);
    if (opened.isClosed) return void response.writeHead(403).end();
    const source = headers["x-amz-copy-source"];
    if (method === "PUT" && source !== undefined) {
      opened.changes.push(`COPY /${path}`);
      const copied = opened.objects.get(decodeURIComponent(String(source)).replace(/^\//, ""));
      if (copied === undefined) return void response.writeHead(404).end();
      // With the headers of the original, as S3 does unless it is told others.
      opened.objects.set(path, copied);
      return void response
        .writeHead(200, { "content-type": "application/xml" })
        .end(`<CopyObjectResult><ETag>${etagOf(copied.bytes)}</ETag></CopyObjectResult>`);
    }
    if (method === "PUT" || method === "DELETE") opened.changes.push(`${method} /${path}`);
    if (method === "PUT") {
      const {
        "content-type": type,
        "cache-control": caching,
        "content-encoding": encoding,
      } = headers;
      opened.objects.set(path, { bytes, type, caching, encoding });
      return void response.writeHead(200, { etag: etagOf(bytes) }).end();
    }
    if (method === "DELETE") {
      opened.objects.delete(path);
      return void response.writeHead(204).end();
    }
    const found = opened.objects.get(path);
    if (found === undefined) return void response.writeHead(404).end();
    response.writeHead(200, {
      etag: etagOf(found.bytes),
      "content-length": found.bytes.length,
      "last-modified": new Date(0).toUTCString(),
    });
    response.end(method === "HEAD" ? undefined : found.bytes);
  };
  return opened;
}

function etagOf(bytes: Buffer): string {
  return `"${createHash("md5").update(bytes).digest("hex")}"`;
}
