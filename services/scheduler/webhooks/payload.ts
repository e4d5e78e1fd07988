import type { Alert } from '@wirewatch/shared/store/watches/alerts.ts';
import type { Told } from '@wirewatch/shared/store/watches/told.ts';

/** An alert, and what it is among its story's, as a webhook carries it: JSON; instants are ISO 8601. */
export function payloadOf(alert: Alert, { words, story }: Told): string {
  const { id, kind, at, reason, watchId, watch, article, volume } = alert;
  return JSON.stringify({
    type: `watch.${kind}`,
    timestamp: new Date(at).toISOString(),
    data: { alert: id, watch: { id: watchId, name: watch }, reason, words, story, article, volume },
  });
}
