// Reads the sources for what they say to a reader: keys that they ask for, and words that stand in the code itself.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Attributes that a reader sees or hears. */
const SPOKEN = new Set(['title', 'aria-label', 'placeholder', 'alt', 'label']);
/** Not words of any language: an address that is reserved for examples. */
const NO_WORDS = new Set(['example.com']);
const LETTERS = /\p{L}{2,}/u;

export interface Said {
  /** Literal strings that may name a key. */
  readonly literals: ReadonlySet<string>;
  /** Template strings, as patterns. */
  readonly patterns: readonly RegExp[];
  /** First arguments of text() and counted() that are literals. */
  readonly asked: readonly { readonly file: string; readonly call: 'text' | 'counted'; readonly key: string }[];
  /** Words in JSX that come from no locale. */
  readonly hardCoded: readonly string[];
}

export function readSources(globs: readonly string[]): Said {
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  const asked: { file: string; call: 'text' | 'counted'; key: string }[] = [];
  const hardCoded: string[] = [];
  for (const file of globs.flatMap((glob) => globSync(glob, { cwd: ROOT }))) {
    const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) literals.add(node.text);
      if (ts.isTemplateExpression(node)) {
        const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
        // After one part of a name only one more may be filled in, or "options_…" would ask for every text of a page.
        const fill = /_.*_/u.test(parts[0] ?? '') ? '\\w+' : '[a-z]+';
        if (/^[a-z]+_/u.test(parts[0] ?? '')) patterns.push(new RegExp(`^${parts.map(escaped).join(fill)}$`, 'u'));
      }
      if (ts.isCallExpression(node)) {
        const called = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.getText();
        const [first] = node.arguments;
        if ((called === 'text' || called === 'counted') && first !== undefined && ts.isStringLiteral(first))
          asked.push({ file, call: called, key: first.text });
      }
      if (ts.isJsxText(node) && isWords(node.text)) hardCoded.push(`${file}: ${node.text.trim()}`);
      if (
        ts.isJsxAttribute(node) &&
        SPOKEN.has(node.name.getText()) &&
        node.initializer &&
        ts.isStringLiteral(node.initializer)
      ) {
        if (isWords(node.initializer.text) && !isKey(node.initializer.text)) hardCoded.push(`${file}: ${node.getText()}`);
      }
      if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteral(node.expression) && !ts.isJsxAttribute(node.parent)) {
        if (isWords(node.expression.text)) hardCoded.push(`${file}: ${node.getText()}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { literals, patterns, asked, hardCoded };
}

const isWords = (text: string): boolean => LETTERS.test(text) && !NO_WORDS.has(text.trim());
/** A component may take a key for its title. */
const isKey = (text: string): boolean => /^[a-z]+(?:_[a-z]+)+$/u.test(text);
const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, '\\$&');
