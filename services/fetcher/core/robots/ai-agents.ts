/**
 * Product tokens under which crawlers for the training of language models announce themselves, from their operators'
 * pages. A site that shuts one of them out by name has said what it thinks of such use.
 */
export const AI_AGENTS: readonly string[] = [
  'ai2bot',
  'amazonbot',
  'anthropic-ai',
  'applebot-extended',
  'bytespider',
  'ccbot',
  'claudebot',
  'cohere-training-data-crawler',
  'diffbot',
  'google-extended',
  'gptbot',
  'meta-externalagent',
  'omgili',
  'webzio-extended',
];
