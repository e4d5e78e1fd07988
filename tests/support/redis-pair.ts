import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@wirewatch/shared/log.ts';
import { connectRedis } from '@wirewatch/shared/queue/redis.ts';
import { ensureRedisBinary, redisEnvironment } from '../../services/cli/private-redis/binary.ts';

/** Two real Redis servers, the second a copy of the first. */
export interface RedisPair {
  ports: readonly [number, number];
  /** An address that leads to whichever is the master, as a service name or a virtual address does. */
  url: string;
  /** The address by way of a Sentinel, which is started at the first call. */
  sentinelUrl(): Promise<string>;
  /** Makes the copy the master and the master its copy. Connections that exist stay where they are. */
  failOver(): Promise<void>;
  /** Kills the master; only a Sentinel helps then. */
  killMaster(): void;
  stop(): Promise<void>;
}

/** Starts them on loopback, on ports that are free. */
export async function startRedisPair(): Promise<RedisPair> {
  const binary = await ensureRedisBinary({ log: () => undefined });
  const folder = mkdtempSync(join(tmpdir(), 'ww-pair-'));
  const children: ChildProcess[] = [];
  const run = (argv0: string, args: string[], cwd: string) => {
    mkdirSync(cwd, { recursive: true });
    const child = spawn(binary.command, args, { argv0, cwd, env: redisEnvironment(binary), stdio: 'ignore' });
    children.push(child);
    return child;
  };
  const ports: [number, number] = [await freePort(), await freePort()];
  const servers = ports.map((port) => {
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--maxmemory-policy', 'noeviction'];
    return run(binary.argv0, [...args, '--repl-diskless-sync-delay', '0'], join(folder, String(port)));
  });
  const admins = ports.map(connect);
  for (const admin of admins) await admin.ping();
  await admins[1]!.replicaof('127.0.0.1', ports[0]);
  let master = 0;
  const inStep = async () => {
    while (!(await admins[1 - master]!.info('replication')).includes('master_link_status:up')) await sleep(50);
  };
  await inStep();
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    const behind = new (socket.constructor as typeof Socket)().connect(ports[master]!, '127.0.0.1');
    for (const each of [socket, behind]) {
      sockets.add(each);
      each
        .on('error', () => undefined)
        .on('close', () => {
          sockets.delete(each);
          socket.destroy();
          behind.destroy();
        });
    }
    socket.pipe(behind).pipe(socket);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  return {
    ports,
    url: `redis://127.0.0.1:${(front.address() as AddressInfo).port}`,
    async sentinelUrl() {
      const port = await freePort();
      const conf = join(folder, 'sentinel.conf');
      const monitor = [
        `sentinel monitor main 127.0.0.1 ${ports[master]} 1`,
        'sentinel down-after-milliseconds main 500',
      ];
      writeFileSync(
        conf,
        [`port ${port}`, 'bind 127.0.0.1', ...monitor, 'sentinel failover-timeout main 5000', ''].join('\n'),
      );
      run(binary.argv0, [conf, '--sentinel'], folder);
      const asked = connect(port);
      // It fails over only to a copy that it has seen.
      while (((await asked.call('SENTINEL', 'replicas', 'main')) as unknown[]).length === 0) await sleep(100);
      asked.disconnect();
      return `redis+sentinel://127.0.0.1:${port}/main`;
    },
    async failOver() {
      const [old, next] = [master, 1 - master];
      await admins[next]!.replicaof('NO', 'ONE');
      master = next;
      await admins[old]!.replicaof('127.0.0.1', ports[next]!);
      await inStep();
    },
    killMaster: () => void servers[master]!.kill('SIGKILL'),
    async stop() {
      for (const admin of admins) admin.disconnect();
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
      for (const child of children) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function connect(port: number) {
  return connectRedis(`redis://127.0.0.1:${port}`, 'worker', createLogger('test', 'silent'));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
