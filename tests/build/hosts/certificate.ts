import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { need } from "../../tools/need.ts";

/** Absolute paths of a certificate for `localhost`, and of its key. */
export interface Certificate {
  certificate: string;
  key: string;
}

/** Makes a certificate that nobody but who is given it trusts, in a folder. Throws ToolMissing. */
export async function makeCertificate(folder: string): Promise<Certificate> {
  const made = { certificate: join(folder, "certificate.pem"), key: join(folder, "key.pem") };
  execFileSync(
    await need("openssl"),
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
      ...["-keyout", made.key, "-out", made.certificate],
    ],
    { stdio: "ignore" },
  );
  return made;
}
