import type { SourceCount } from '@wirewatch/shared/sources/count.ts';
import type { Carrier } from '@wirewatch/shared/sources/texts.ts';

/** A count as lines for a terminal: each source, its texts, and who carries each. */
export function sourceLines({ sources, doubts, shared }: SourceCount): string[] {
  const lines: string[] = [];
  for (const [index, { owner, inStore, texts }] of sources.entries()) {
    lines.push('', `${index + 1}. ${owner.name}${inStore ? '' : ' (its own page is not in the store)'}`);
    for (const { root, carriers, owners } of texts) {
      lines.push(`   ${root.title ?? root.url}`);
      lines.push(`   ${root.dated ? 'published' : 'seen'} ${new Date(root.at).toISOString()}  ${root.url}`);
      if (owners.length > 1) lines.push(`   contested: ${owners.map(({ name }) => name).join(' or ')}`);
      for (const carrier of carriers)
        if (carrier.asked && carrier.article.id !== root.id) lines.push(carrierLine(carrier));
    }
  }
  const apart = [...doubts, ...shared.map(({ groups }) => `${groups.join(' and ')} quote one source`)];
  return apart.length === 0 ? lines : [...lines, '', ...apart.map((doubt) => `? ${doubt}`)];
}

function carrierLine({ article: { outlet, lagSeconds, coverage, url }, how }: Carrier): string {
  const lag = lagSeconds === null ? '' : `${lagSeconds < 0 ? '-' : '+'}${spanOf(Math.abs(lagSeconds))}`;
  const share = coverage === null ? '' : `${Math.floor(coverage * 100)} %`;
  return `     ${how.padEnd(11)} ${lag.padStart(8)} ${share.padStart(6)}  ${outlet}  ${url}`;
}

function spanOf(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return seconds < 129_600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}
