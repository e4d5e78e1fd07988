import { feedAddress, OUTLETS } from './outlets.ts';
import { escapeXml } from './templates/parts.ts';

/** The sample web's feeds as an OPML 2.0 document. */
export function opml(): string {
  const outlines = Object.values(OUTLETS).map(
    (outlet) =>
      `<outline type="rss" text="${escapeXml(outlet.name)}" xmlUrl="${feedAddress(outlet)}" htmlUrl="http://${outlet.host}/"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
<head><title>wirewatch sample web</title></head>
<body>
${outlines.join('\n')}
</body>
</opml>
`;
}
