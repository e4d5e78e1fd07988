import type { OutletId } from '../article.ts';
import { bogaz } from './bogaz.ts';
import { courrier } from './courrier.ts';
import { digest } from './digest.ts';
import { haidong } from './haidong.ts';
import { harbour } from './harbour.ts';
import { hub } from './hub.ts';
import { levant } from './levant.ts';
import { meridian } from './meridian.ts';
import type { Template } from './parts.ts';
import { poniente } from './poniente.ts';
import { primor } from './primor.ts';
import { rheinblick } from './rheinblick.ts';
import { sada } from './sada.ts';

/** Each outlet's template. */
export const TEMPLATES: Readonly<Record<OutletId, Template>> = {
  meridian,
  harbour,
  hub,
  digest,
  levant,
  bogaz,
  sada,
  primor,
  courrier,
  rheinblick,
  poniente,
  haidong,
};
