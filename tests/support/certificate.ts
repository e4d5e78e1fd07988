import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate and its key, in PEM. */
export interface Certificate {
  cert: string;
  key: string;
  /** What another certificate is signed with. */
  signer: { name: string; key: KeyObject };
}

const DAY_MS = 86_400_000;
const OIDS = {
  commonName: '550403',
  basicConstraints: '551d13',
  subjectAltName: '551d11',
  ecdsaWithSha256: '2a8648ce3d040302',
} as const;

/**
 * Makes a certificate for tests (X.509 v3, ECDSA on P-256): no files that expire, no keys in the repository.
 * @param given.names DNS names; none makes an authority
 * @param given.issuer the authority that signs it; without one it signs itself
 * @param given.days from when to when, in days from now
 */
export function makeCertificate(given: {
  name: string;
  names?: string[];
  issuer?: Certificate;
  days?: readonly [number, number];
}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signer = { name: given.name, key: privateKey };
  const issuer = given.issuer?.signer ?? signer;
  const [from, to] = given.days ?? [-1, 30];
  const algorithm = sequence(oid(OIDS.ecdsaWithSha256));
  const authority = extension(OIDS.basicConstraints, sequence(tag(0x01, Buffer.from([0xff]))), true);
  const names = (given.names ?? []).map((name) => tag(0x82, Buffer.from(name)));
  const extensions = given.names ? extension(OIDS.subjectAltName, sequence(...names)) : authority;
  const body = sequence(
    tag(0xa0, tag(0x02, Buffer.from([2]))),
    tag(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    algorithm,
    nameOf(issuer.name),
    sequence(time(from), time(to)),
    nameOf(given.name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tag(0xa3, sequence(extensions)),
  );
  const signature = sign('sha256', body, issuer.key);
  const der = sequence(body, algorithm, tag(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = der
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    signer,
  };
}

/** A value of ASN.1 with its tag and length (X.690, 8.1). */
function tag(type: number, content: Buffer): Buffer {
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([type, ...size]), content]);
}

function sequence(...parts: Buffer[]): Buffer {
  return tag(0x30, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return tag(0x06, Buffer.from(hex, 'hex'));
}

function nameOf(commonName: string): Buffer {
  return sequence(tag(0x31, sequence(oid(OIDS.commonName), tag(0x0c, Buffer.from(commonName)))));
}

function time(days: number): Buffer {
  const digits = new Date(Date.now() + days * DAY_MS).toISOString().replace(/\D/g, '').slice(2, 14);
  return tag(0x17, Buffer.from(`${digits}Z`));
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  const flag = critical ? [tag(0x01, Buffer.from([0xff]))] : [];
  return sequence(oid(id), ...flag, tag(0x04, value));
}
