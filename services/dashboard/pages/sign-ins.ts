import type { Answer, Ask } from '../handler.ts';
import { listSignIns } from '../security/stored-sign-ins.ts';
import { signInsView } from '../views/sign-ins.ts';

/** Who is signed in now. */
export async function signIns({ store, now }: Ask): Promise<Answer> {
  const rows = await listSignIns(store, now());
  return { kind: 'page', title: 'Signed in', place: 'audit', body: signInsView(rows, now()) };
}
