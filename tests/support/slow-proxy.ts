import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A long way between a client and a server: what either says arrives so much later, in its order. */
export interface SlowProxy {
  port: number;
  close(): Promise<void>;
}

/** Listens on loopback and leads to a server's socket, or to its port here; there and back takes `roundTripMs`. */
export async function startSlowProxy(target: string | number, roundTripMs: number): Promise<SlowProxy> {
  const sockets = new Set<Socket>();
  const later = (from: Socket, to: Socket) => {
    sockets.add(from);
    // Timers of one length ring in the order in which they were set.
    from.on('data', (chunk) => setTimeout(() => to.writable && to.write(chunk), roundTripMs / 2));
    from.on('close', () => setTimeout(() => to.destroy(), roundTripMs / 2));
    from.on('error', () => undefined);
  };
  const server = createServer((client) => {
    const upstream = typeof target === 'number' ? connect(target, '127.0.0.1') : connect(target);
    later(client, upstream);
    later(upstream, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
