/** One measured value with what it is of. */
export interface Sample {
  labels?: Record<string, string>;
  value: number;
  /** Added to the metric's name: `_bucket`, `_sum`, `_count`. */
  suffix?: string;
}

export interface Metric {
  name: string;
  help: string;
  type: 'gauge' | 'counter' | 'histogram';
  samples: Sample[];
}

/** Metrics in Prometheus's text format, version 0.0.4. */
export function exposition(metrics: readonly Metric[]): string {
  return metrics
    .map(({ name, help, type, samples }) => {
      const lines = samples.map((sample) => `${name}${sample.suffix ?? ''}${labelsOf(sample)} ${sample.value}`);
      return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines, ''].join('\n');
    })
    .join('');
}

function labelsOf({ labels }: Sample): string {
  const parts = Object.entries(labels ?? {}).map(([name, value]) => `${name}="${quoted(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

function quoted(value: string): string {
  return value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}
