#!/usr/bin/env bash
# nginx 1.22.1 (Debian 12, 1.22.1-9+deb12u11) keeps the length of a `location` in one byte. An exact location
# (`location = "/…/"`) of 257 bytes counts as one of a single byte where locations are searched as a tree: its own address
# is not found, and where it comes to stand before the other addresses, as one of signs that sort low does, it is taken for
# `/`, so that the front page is answered by the redirect of a long old address. Nothing is said when the configuration
# is read or tested (`nginx -t`).
#
# Seen: with one exact location of 257 bytes and 60 short ones beside it, `GET /` is 301 to the target of the long one,
# `GET` of the long address is 404, and a short one is led where it should be.
#
# Why a news publisher cares: old addresses of an archive are written as exact locations, and those of other scripts,
# percent-decoded, are easily longer than 255 bytes: 86 letters of Chinese are enough. What a good engineer would have
# guessed: that an exact location fits its own address and no other, and that one which nginx cannot hold is refused by
# `nginx -t`.
set -euo pipefail

folder=$(mktemp -d)
trap 'kill "${server:-}" 2> /dev/null || true; rm -rf "$folder"' EXIT
chmod 755 "$folder"
cd "$folder"
apt-get download -q nginx=1.22.1-9+deb12u11 > /dev/null 2>&1
dpkg -x nginx_*.deb .
mkdir logs www
echo "front" > www/index.html

long=$(printf '/%0255d/' 0 | tr 0 '!')
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
{
  echo "daemon off; master_process off; pid $folder/pid; error_log stderr crit; events {}"
  echo "http { access_log off;"
  for kind in client_body proxy fastcgi uwsgi scgi; do echo "${kind}_temp_path $folder/$kind;"; done
  echo "server { listen 127.0.0.1:$port; root $folder/www; index index.html;"
  echo "location = \"$long\" { return 301 /long/; }"
  for number in $(seq 60); do echo "location = /old-$number/ { return 301 /new-$number/; }"; done
  echo "} }"
} > nginx.conf
./usr/sbin/nginx -p "$folder" -c "$folder/nginx.conf" &
server=$!
for _ in $(seq 50); do curl -so /dev/null "http://127.0.0.1:$port/old-1/" && break; sleep 0.1; done

ask() {
  curl -so /dev/null -w '%{http_code} %{redirect_url}' "http://127.0.0.1:$port$1" | sed "s|http://127.0.0.1:$port||; s| $||"
}
seen="front: $(ask /), long: $(ask "$long"), short: $(ask /old-1/)"
echo "$seen"
[ "$seen" = "front: 301 /long/, long: 404, short: 301 /new-1/" ]
