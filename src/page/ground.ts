// What a passage stands on, and which of four sets of line colours keeps a contrast of 3:1 there (WCAG 2.2, 1.4.11). Reads
// computed backgrounds from the text up to the first one that lets nothing through. What the styles do not tell (images, text
// laid over its neighbour) is answered by the text: it was made to be read there, so black or white, whichever it is nearer to.
import { own } from './document.ts';
import { parentElementOf } from './dom.ts';

/** Ends of the registry's keys: colours for light grounds, for dark ones, black, white. */
export type Ground = '' | 'd' | 'b' | 'w';
export const GROUNDS: readonly Ground[] = ['', 'd', 'b', 'w'];

/** Relative luminances. The coloured lines, with the tint of the strongest setting behind them, keep 3:1 from here on … */
const LIGHT_FROM = 0.6;
/** … and down from here. Between the two only black and white do: tests/page/ground.test.ts goes through all colours. */
const DARK_TO = 0.07;
/** Here black and white have the same contrast. */
const MIDDLE = 0.179;
/** Text with less contrast than this could not be read: what lies behind it is something else. */
const READABLE = 1.3;
const WHITE: Colour = [255, 255, 255, 1];
/** The canvas of a dark page in both browsers, nearly. */
const DARK: Colour = [18, 18, 18, 1];

/** Red, green and blue of 255, opacity of 1. */
type Colour = readonly [number, number, number, number];

/** Relative luminance by WCAG, 0 to 1. */
export function luminance(colour: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = colour
    .slice(0, 3)
    .map((value) => (value <= 10.31 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const known = new Map<string, Colour>();

/** A computed colour. Spaces other than sRGB are left to the browser: one dot is painted, out of everybody's sight. */
function colourOf(css: string): Colour {
  let colour = known.get(css);
  if (colour === undefined) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = css.startsWith('rgb') ? (css.match(/[\d.]+/g) ?? []).map(Number) : dot(css);
    colour = [red, green, blue, alpha];
    known.set(css, colour);
  }
  return colour;
}
function dot(css: string): readonly number[] {
  const brush = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (brush === null) return [];
  brush.fillStyle = css;
  brush.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over([red, green, blue, alpha]: Colour, below: Colour): Colour {
  const mix = (top: number, bottom: number): number => top * alpha + bottom * (1 - alpha);
  return [mix(red, below[0]), mix(green, below[1]), mix(blue, below[2]), 1];
}

/** What shows where no element has a background. */
function canvas(): Colour {
  const styled = getComputedStyle(own.root()).colorScheme;
  const scheme = /light|dark/.test(styled) ? styled : (own.find('meta[name=color-scheme]')[0]?.getAttribute('content') ?? '');
  const isDark = /dark/.test(scheme) && (!/light/.test(scheme) || matchMedia('(prefers-color-scheme: dark)').matches);
  return isDark ? DARK : WHITE;
}

/** `groundOf` for many elements at one moment. The canvas is looked up once: on a large page that search is a millisecond. */
export function newGrounds(): (element: Element) => Ground {
  const grounds = new Map<Element, Ground>();
  let below: Colour | null = null;
  const onCanvas = (): Colour => {
    below ??= canvas();
    return below;
  };
  return (element) => {
    const ground = grounds.get(element) ?? groundOf(element, onCanvas);
    grounds.set(element, ground);
    return ground;
  };
}

/** The set of colours for text in `element`. */
export function groundOf(element: Element, onCanvas = canvas): Ground {
  const text = colourOf(getComputedStyle(element).color);
  const byText = (): Ground => (luminance(text) > MIDDLE ? 'w' : 'b');
  const layers: Colour[] = [];
  for (let up: Element | null = element; ; up = parentElementOf(up)) {
    if (up === null) {
      layers.push(onCanvas());
      break;
    }
    const { backgroundColor, backgroundImage } = getComputedStyle(up);
    // url(), gradients and the like: all of them are functions.
    if (backgroundImage.includes('(')) return byText();
    const colour = colourOf(backgroundColor);
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const ground = layers.reduceRight((below, above) => over(above, below));
  const light = luminance(ground);
  const ink = luminance(over(text, ground));
  if ((Math.max(ink, light) + 0.05) / (Math.min(ink, light) + 0.05) < READABLE) return byText();
  if (light >= LIGHT_FROM) return '';
  return light <= DARK_TO ? 'd' : light > MIDDLE ? 'b' : 'w';
}
