/** The command was called wrongly: exit status 2. The message names the option, its value and what was expected. */
export class UsageError extends Error {
  override name = 'UsageError';
}
