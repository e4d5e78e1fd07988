/**
 * A feed's new address with the credentials of the old one, which redirects never carry. Null where they would go to
 * another origin: such a feed keeps its old address.
 */
export function keepCredentials(from: string, to: string | null): string | null {
  if (to === null) return null;
  const old = new URL(from);
  if (old.username === '' && old.password === '') return to;
  const moved = new URL(to);
  if (moved.origin !== old.origin) return null;
  moved.username = old.username;
  moved.password = old.password;
  return moved.href;
}
