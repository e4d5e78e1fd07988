import { tokenize } from '@wirewatch/shared/text/tokens.ts';
import { type LinearModel, linearScore, loadLinearModel, type StoredLinearModel } from '../../wording/linear-model.ts';
import { type VoiceFeatures, voiceFeatures } from './voice-features.ts';
import storedModel from './voice-model.json' with { type: 'json' };

/** Log odds below which a sentence tells of somebody, whatever words of a site are in it. */
const TELLS = -2.9;
/** Of a sentence's words so many are common in languages of which the model knows anything. */
const KNOWN = 0.1;

/** The model as it is stored: one linear model a view, and the common words. */
export interface StoredVoiceModel {
  /** Blank between them. */
  common: string;
  words: StoredLinearModel;
  manner: StoredLinearModel;
  kinds: StoredLinearModel;
}

interface VoiceModel {
  common: ReadonlySet<string>;
  views: Record<keyof VoiceFeatures, LinearModel>;
}

let loaded: VoiceModel | null = null;

/** Decoded when first asked: most pages end with a paragraph too long for it. */
function shippedModel(): VoiceModel {
  if (loaded) return loaded;
  const { common, words, manner, kinds }: StoredVoiceModel = storedModel;
  loaded = {
    common: new Set(common.split(' ')),
    views: { words: loadLinearModel(words), manner: loadLinearModel(manner), kinds: loadLinearModel(kinds) },
  };
  return loaded;
}

/** Is a token, in its folded form, among the commonest words of its language? */
export function isCommonWord(token: string): boolean {
  return shippedModel().common.has(token);
}

/**
 * Log odds (the sum of three) that a short paragraph at a text's end is the site that speaks: an offer, a request, a rule or a notice
 * to its readers, and no sentence of the article. Trained by `train/site-voice.ts`.
 */
export function siteVoice(text: string): number {
  const { common, views } = shippedModel();
  const features = voiceFeatures(text, common);
  return (
    linearScore(views.words, features.words) +
    linearScore(views.manner, features.manner) +
    linearScore(views.kinds, features.kinds)
  );
}

/** Does a sentence tell of somebody and not speak to readers? In a language that the model does not know it is not said. */
export function tellsOfSomebody(text: string): boolean {
  const tokens = tokenize(text);
  return tokens.filter(isCommonWord).length >= KNOWN * tokens.length && siteVoice(text) < TELLS;
}
