// The 36 kinds of hostile page, some of them in several forms.
import { documents } from './documents.ts';
import { editors } from './editors.ts';
import { frames } from './frames.ts';
import type { Hostile } from './kind.ts';
import { large } from './large.ts';
import { policies } from './policies.ts';
import { scripts } from './scripts.ts';
import { styles } from './styles.ts';
import { texts } from './texts.ts';
import { views } from './views.ts';

export const KINDS = 36;
export const HOSTILE: readonly Hostile[] = [
  ...policies,
  ...styles,
  ...scripts,
  ...large,
  ...frames,
  ...editors,
  ...documents,
  ...texts,
  ...views,
].sort((a, b) => a.kind - b.kind);
