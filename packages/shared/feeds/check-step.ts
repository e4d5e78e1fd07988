/** One step of a feed's check: what was looked at, how it is, what was seen. */
export interface CheckStep {
  step:
    | 'address'
    | 'name'
    | 'robots'
    | 'answer'
    | 'redirects'
    | 'encoding'
    | 'kind'
    | 'entries'
    | 'dates'
    | 'identity'
    | 'pages'
    | 'hub'
    | 'next poll';
  /** `warning`: it works, and something is lost or will be. `bad`: so it does not work. */
  level: 'good' | 'warning' | 'bad';
  /** In words, without secrets. */
  said: string;
}
