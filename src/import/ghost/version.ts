/** Latest major version of Ghost whose exports are known. */
const LATEST = 6;

/** What is to be said of the version in an export; undefined for one that is known. */
export function versionNote(version: string): string | undefined {
  if (version === "")
    return `The export does not say which version of Ghost wrote it; it was read as one of version ${LATEST}.`;
  // Versions before 1 wrote that of their database: `003`.
  const major = /^0\d\d$/.test(version) ? 0 : Number(/^(\d+)\./.exec(version)?.[1] ?? NaN);
  if (Number.isNaN(major))
    return `The version of the export is \`${version.slice(0, 20)}\`, which is none that Ghost has; it was read as one of version ${LATEST}.`;
  return major > LATEST
    ? `The export was written by Ghost ${version.slice(0, 20)}. Stet knows versions up to ${LATEST}, and read it as one of these; look at the texts.`
    : undefined;
}
