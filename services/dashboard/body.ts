import type { Context } from 'hono';

/** A form of ours has some fields; an OPML file of some thousand feeds has 1 MB. */
const MAX_BYTES = 10_000_000;

/** What a changing request carries: JSON as an object, a form as its fields and files. */
type Sent =
  | { form: URLSearchParams; files: ReadonlyMap<string, Uint8Array>; body: Record<string, unknown> }
  | { problem: string; status: 400 | 413 };

/** Reads the body of a request, up to a size. */
export async function readBody(c: Context): Promise<Sent> {
  const bytes = await upTo(c.req.raw.body, MAX_BYTES);
  if (bytes === null) return { status: 413, problem: `The request is larger than ${MAX_BYTES} bytes.` };
  const type = c.req.header('content-type') ?? 'application/x-www-form-urlencoded';
  const form = new URLSearchParams();
  const files = new Map<string, Uint8Array>();
  if (bytes.length === 0) return { form, files, body: {} };
  if (type.startsWith('application/json')) return readJson(bytes);
  const parsed = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => null);
  if (parsed === null) return { status: 400, problem: 'The body is neither JSON nor a form.' };
  for (const [name, value] of parsed) {
    if (typeof value === 'string') form.append(name, value);
    else files.set(name, await value.bytes());
  }
  return { form, files, body: Object.fromEntries(form) };
}

function readJson(bytes: Uint8Array): Sent {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new Error('expected an object');
    return { form: new URLSearchParams(), files: new Map(), body: body as Record<string, unknown> };
  } catch (error) {
    return { status: 400, problem: `The body is no JSON object: ${(error as Error).message}.` };
  }
}

async function upTo(stream: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream ?? []) {
    size += part.length;
    if (size > most) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
