import { connect } from 'node:net';

/** Asks a Redis on a unix socket whether it is there: `loading` while it reads its data, `silent` when nobody answers. */
export function ping(path: string): Promise<'ready' | 'loading' | 'silent'> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.write('PING\r\n'));
    const answer = (state: 'ready' | 'loading' | 'silent') => {
      socket.destroy();
      resolve(state);
    };
    socket.setTimeout(1000, () => answer('silent'));
    socket.once('error', () => answer('silent'));
    socket.once('close', () => answer('silent'));
    socket.once('data', (data) => answer(data.toString('latin1').startsWith('-LOADING') ? 'loading' : 'ready'));
  });
}
