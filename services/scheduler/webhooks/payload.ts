import type { Alert } from '@wirewatch/shared/store/watches/alerts.ts';

/** An alert as a webhook carries it: JSON; instants are ISO 8601. */
export function payloadOf(alert: Alert): string {
  const { id, kind, at, reason, watchId, watch, article, volume } = alert;
  return JSON.stringify({
    type: `watch.${kind}`,
    timestamp: new Date(at).toISOString(),
    data: { alert: id, watch: { id: watchId, name: watch }, reason, article, volume },
  });
}
