/** What is wrong with a certificate, by Node's code for it (OpenSSL's names of verification errors). */
const BY_CODE: Readonly<Record<string, string>> = {
  CERT_HAS_EXPIRED: "the server's certificate has expired",
  CERT_NOT_YET_VALID: "the server's certificate is not valid yet (or our clock is slow)",
  DEPTH_ZERO_SELF_SIGNED_CERT: "the server's certificate is signed by itself: no authority vouches for it",
  SELF_SIGNED_CERT_IN_CHAIN: "the server's certificate goes back to an authority that is not among the trusted ones",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'the server does not send the certificate that vouches for its own (an incomplete chain)',
  UNABLE_TO_GET_ISSUER_CERT: 'the server does not send the certificate that vouches for its own (an incomplete chain)',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'the server does not send the certificate that vouches for its own (an incomplete chain)',
  CERT_REVOKED: "the server's certificate was revoked",
  CERT_UNTRUSTED: "the server's certificate goes back to an authority that is not among the trusted ones",
  ERR_TLS_CERT_SIGNATURE_ALGORITHM_UNSUPPORTED: "the server's certificate is signed in a way that is no longer safe",
};

/** What failed before there was a certificate, by the words of OpenSSL. */
const BY_MESSAGE: ReadonlyArray<readonly [RegExp, string]> = [
  [/wrong version number|packet length too long/i, 'the server does not speak TLS at this port: http:// may be meant'],
  [
    /unsupported protocol|alert protocol version|version too low/i,
    'the server speaks only versions of TLS that are no longer safe (under 1.2)',
  ],
  [/unrecognized name/i, 'the server knows no site of this name'],
  [
    /ee key too small|ca md too weak|dh key too small|bad signature type/i,
    "the server's key or signature is too weak to be safe",
  ],
  [/handshake failure|no ciphers|no shared cipher/i, 'the server and we have no cipher in common'],
  [/certificate required|alert bad certificate/i, 'the server asks for a certificate of ours'],
  [/before secure TLS connection was established/i, 'the server closed the connection while TLS was set up'],
];

/** What is wrong with a server's TLS, in words for an operator; null where the error is of another kind. */
export function tlsWords(error: Error): string | null {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') return wrongName(error);
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  const fromTls = /^(ERR_SSL|EPROTO$|ECONNRESET$)/.test(code);
  return (fromTls && BY_MESSAGE.find(([said]) => said.test(error.message))?.[1]) || null;
}

/** @param error Node's, which carries the host and the certificate */
function wrongName(error: Error & { host?: string; cert?: { subjectaltname?: string } }): string {
  const names = (error.cert?.subjectaltname ?? '').split(', ').flatMap((name) => name.split(':')[1] ?? []);
  const given = names.length === 0 ? 'no name' : names.slice(0, 5).join(', ');
  return `the server's certificate is for ${given}, not for ${error.host ?? 'this host'}`;
}
