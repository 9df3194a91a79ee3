// Frameworks that render again over highlighted text: no error, no lost update. The frameworks are the published builds,
// served as they are.
import { readFileSync } from 'node:fs';
import { CAPTAINS, CLAIMS, LAVROV, LEAP, WEAPONS } from '../claims.ts';
import { html, page, type Trial } from '../trial.ts';
import { code, json, title } from './build.ts';

const library = (path: string) =>
  html(readFileSync(new URL(`../../../node_modules/${path}`, import.meta.url), 'utf8'), 'text/javascript; charset=utf-8');

/** `mount(rows, extra)` is called again and again by the same script in every framework. */
const SCRIPT = (mount: string): string => `
const claims = ${json(CLAIMS)};
${mount}
window.step = async (name) => {
  if (name === 'first') await render({ rows: [0, 1, 2], text: claims[4], seen: 1 });
  if (name === 'reorder') await render({ rows: [2, 0, 1], text: claims[4], seen: 2 });
  if (name === 'replace') await render({ rows: [2, 1, 5], text: claims[3], seen: 3 });
  if (name === 'stream') for (let i = 0; i <= claims[4].length; i += 3) { await render({ rows: [2, 5], text: claims[4].slice(0, i), seen: i }); await new Promise((r) => setTimeout(r, 8)); }
  if (name === 'storm') for (let i = 0; i < 60; i++) { await render({ rows: i % 2 ? [0, 1, 2, 3] : [3, 2, 1, 0], text: claims[4], seen: i }); await new Promise(requestAnimationFrame); }
  if (name === 'end') await render({ rows: [0, 3], text: claims[4], seen: 'the end' });
};
window.ready = window.step('first').then(() => { window.done = true; });`;

const at = (...claims: readonly number[]): readonly string[] => claims.map((one) => CLAIMS[one] ?? '');

const rerendering = (name: string, routes: Trial['routes'], head: string, body: string): Trial => ({
  name,
  moving: true,
  routes: { '': html(page(`${title}${body}`, head)), ...routes },
  before: async ({ page: tab }) => void (await tab.waitForFunction('window.done === true')),
  lit: at(0, 1, 2, 4),
  act: async ({ page: tab, lit }) => {
    const step = (to: string): Promise<unknown> =>
      tab.evaluate((one) => (window as unknown as { step(name: string): Promise<void> }).step(one), to);
    for (const [to, claims] of [
      ['reorder', at(2, 0, 1, 4)],
      ['replace', at(2, 1, 5, 3)],
      ['stream', at(2, 5, 4)],
      ['storm', at(0, 1, 2, 3, 4)],
      ['end', at(0, 3, 4)],
    ] as const) {
      await step(to);
      await lit(claims);
    }
    const said = await tab.evaluate(() => document.querySelector('#seen')?.textContent);
    if (said !== 'Seen the end') throw new Error(`an update was lost: ${said}`);
  },
  after: at(0, 3, 4),
});

const PREACT = `import { h, render as draw } from 'preact';
const App = ({ rows, text, seen }) => h('main', null, h('ul', null, rows.map((row) => h('li', { key: row }, h('span', null, claims[row].slice(0, 12)), claims[row].slice(12)))), h('p', null, text), h('p', { id: 'seen' }, 'Seen ', seen));
const render = async (props) => { draw(h(App, props), document.querySelector('#app')); };`;
const REACT = `const h = React.createElement;
const App = ({ rows, text, seen }) => h('main', null, h('ul', null, rows.map((row) => h('li', { key: row }, h('span', null, claims[row].slice(0, 12)), claims[row].slice(12)))), h('p', null, text), h('p', { id: 'seen' }, 'Seen ', seen));
const root = ReactDOM.createRoot(document.querySelector('#app'));
const render = async (props) => { ReactDOM.flushSync(() => root.render(h(App, props))); };`;
const VUE = `const { createApp, h, shallowRef, nextTick } = Vue;
const props = shallowRef({ rows: [], text: '', seen: 0 });
createApp({ render: () => h('main', null, [h('ul', null, props.value.rows.map((row) => h('li', { key: row }, [h('span', claims[row].slice(0, 12)), claims[row].slice(12)]))), h('p', props.value.text), h('p', { id: 'seen' }, ['Seen ', props.value.seen])]) }).mount('#app');
const render = async (next) => { props.value = next; await nextTick(); };`;
/** As compilers of templates do it: text nodes are kept and only their data is set. */
const COMPILED = `const app = document.querySelector('#app');
app.innerHTML = '<main><ul></ul><p></p><p id="seen">Seen <!----></p></main>';
const list = app.querySelector('ul'), text = app.querySelector('p').appendChild(document.createTextNode('')), seen = document.createTextNode('');
app.querySelector('#seen').append(seen);
const known = new Map();
const item = (row) => { const li = document.createElement('li'); const a = document.createElement('span'); a.append(claims[row].slice(0, 12)); li.append(a, claims[row].slice(12)); known.set(row, li); return li; };
const render = async (p) => {
  for (const [row, li] of known) if (!p.rows.includes(row)) { li.remove(); known.delete(row); }
  p.rows.forEach((row, i) => { const li = known.get(row) ?? item(row); if (list.children[i] !== li) list.insertBefore(li, list.children[i] ?? null); });
  text.data = p.text; seen.data = p.seen;
};`;

const module = (source: string): string => `<script type="module">${source}</script>`;
/** What a server sends for React to take over: adjacent texts are divided by comments. */
const SERVED = `<main><ul>${[LEAP, WEAPONS].map((words) => `<li>${words.slice(0, 20)}<!-- -->${words.slice(20)}</li>`).join('')}</ul><p>${LAVROV}</p></main>`;
const HYDRATE = `const h = React.createElement; const claims = ${json([LEAP, WEAPONS, CAPTAINS])}; const lavrov = ${json(LAVROV)};
const App = ({ more }) => h('main', null, h('ul', null, claims.slice(0, more ? 3 : 2).map((words, key) => h('li', { key }, words.slice(0, 20), words.slice(20)))), h('p', null, lavrov));
addEventListener('load', () => setTimeout(() => {
  const root = ReactDOM.hydrateRoot(document.querySelector('#app'), h(App, { more: false }));
  setTimeout(() => { ReactDOM.flushSync(() => root.render(h(App, { more: true }))); window.done = true; }, 150);
}, 150));`;
const react = {
  'react.js': library('react/umd/react.production.min.js'),
  'react-dom.js': library('react-dom/umd/react-dom.production.min.js'),
};
const REACT_TAGS = '<script src="react.js"></script><script src="react-dom.js"></script>';

export const frameworks: readonly Trial[] = [
  rerendering(
    'Preact rerenders',
    { 'preact.js': library('preact/dist/preact.mjs') },
    '<script type="importmap">{"imports":{"preact":"./preact.js"}}</script>',
    `<div id="app"></div>${module(PREACT.replace('\n', '\n') + SCRIPT(''))}`,
  ),
  rerendering('React rerenders', react, REACT_TAGS, `<div id="app"></div>${code(SCRIPT(REACT))}`),
  rerendering(
    'Vue rerenders',
    { 'vue.js': library('vue/dist/vue.runtime.global.prod.js') },
    '<script src="vue.js"></script>',
    `<div id="app"></div>${code(SCRIPT(VUE))}`,
  ),
  rerendering('compiled templates rerender', {}, '', `<div id="app"></div>${code(SCRIPT(COMPILED))}`),
  {
    name: 'React takes over what the server sent',
    moving: true,
    routes: { '': html(page(`${title}<div id="app">${SERVED}</div>${code(HYDRATE)}`, REACT_TAGS)), ...react },
    before: async ({ page: tab }) => void (await tab.waitForFunction('window.done === true')),
    lit: [LEAP, WEAPONS, CAPTAINS, LAVROV],
  },
];
