import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A cable between a client and a server that can be cut without a word: its ends stay connected, and nothing comes through. */
export interface SilentProxy {
  port: number;
  /** From now on nothing comes through, on new connections either. */
  silence(): void;
  /** New connections come through again; the old ones stay silent. */
  mend(): void;
  close(): Promise<void>;
}

/** Listens on loopback and leads to a server there, by its port or the path of its socket. */
export async function startSilentProxy(target: number | string): Promise<SilentProxy> {
  let silent = false;
  const pairs = new Set<[Socket, Socket | null]>();
  const server = createServer((client) => {
    const upstream = silent ? null : typeof target === 'number' ? connect(target, '127.0.0.1') : connect(target);
    pairs.add([client, upstream]);
    client.on('error', () => undefined);
    if (!upstream) return;
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    silence() {
      silent = true;
      for (const [client, upstream] of pairs) {
        client.unpipe();
        upstream?.unpipe();
        client.pause();
        upstream?.pause();
      }
    },
    mend() {
      silent = false;
    },
    close() {
      for (const pair of pairs) for (const socket of pair) socket?.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
