// Every npm script runs this first. It is plain CommonJS, so that the oldest Node can say what to do.
// 22.19 is the first Node that runs TypeScript as it is and satisfies every dependency;
// of the later lines, Vitest leaves out the odd ones.
const version = process.versions.node;
const [major, minor] = version.split(".").map(Number);

if (!((major === 22 && minor >= 19) || major === 24 || major >= 26)) {
  console.error(
    "Stet needs Node 24 (or 22.19 or later) and this is Node " +
      version +
      ": run `npm ci`, which brings Node 24 on Linux and Windows; on a Mac, install Node 24.",
  );
  process.exit(1);
}
