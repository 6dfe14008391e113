#!/usr/bin/env bash
# @mdn/mdn-http-observatory 1.4.8 (npm) is the scanner behind MDN's HTTP Observatory. Its function `scan(hostname, options)`
# takes options, and the part of it that makes the addresses knows `httpPort` and `httpsPort`; but `scan` does not hand its
# options on. It asks ports 80 and 443 whatever it is told, and reports a server on other ports as a site that is down.
#
# Seen: a server that listens on two free ports of the loopback interface is asked nothing, while the addresses that the
# package makes with the same options have these ports.
#
# Why a news publisher cares: headers are best scored before a deployment, on a server of one's own, in a job that may not
# listen below 1024. What a good engineer would have guessed: that a scan with ports is a scan of these ports, and that
# "seems to be down" speaks of the server that was named.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact @mdn/mdn-http-observatory@1.4.8

cat > ask.mjs <<'JS'
import { createServer } from "node:net";
import { scan } from "@mdn/mdn-http-observatory/src/scanner/index.js";
import { urls } from "@mdn/mdn-http-observatory/src/retriever/url.js";

let asked = 0;
const listen = () =>
  new Promise((resolve) => {
    const server = createServer((socket) => {
      asked += 1;
      socket.destroy();
    });
    server.listen(0, "127.0.0.1", () => resolve(server));
  });
const servers = await Promise.all([listen(), listen()]);
const [httpPort, httpsPort] = servers.map((server) => server.address().port);
const { http, https } = urls("127.0.0.1", { httpPort, httpsPort });
const hasPorts = http.port === String(httpPort) && https.port === String(httpsPort);
let said = "a result";
try {
  await scan("127.0.0.1", { httpPort, httpsPort });
} catch (error) {
  said = error.message;
}
console.log(`addresses have the ports: ${hasPorts}; connections to these ports: ${asked}; scan says: ${said}`);
process.exit(hasPorts && asked === 0 ? 0 : 1);
JS
if ! timeout 120 node ask.mjs; then
  echo "The ports were asked: this finding no longer holds."
  exit 1
fi
