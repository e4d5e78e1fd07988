/** What keeps a connection from being made, or ends it, by the system's code. */
const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such name',
  ENODATA: 'the name has no address',
  EAI_AGAIN: 'the name server gives no answer',
  ESERVFAIL: "the name's own name server fails",
  ECONNREFUSED: 'nothing listens there, or a firewall refuses us',
  ECONNRESET: 'the server broke the connection off',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to its net',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
};

/** An error of the system in words, with what the system says behind it; null where it is none that we know. */
export function netWords(error: Error): string | null {
  const words = 'code' in error ? BY_CODE[String(error.code)] : undefined;
  return words === undefined ? null : `${words}: ${error.message || String((error as NodeJS.ErrnoException).code)}`;
}
