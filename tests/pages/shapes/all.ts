// The shapes of pages that readers meet: at least forty.
import type { Trial } from '../trial.ts';
import { frameworks } from './frameworks.ts';
import { news } from './news.ts';
import { platforms } from './platforms.ts';

export const SHAPES: readonly Trial[] = [...news, ...platforms, ...frameworks];
