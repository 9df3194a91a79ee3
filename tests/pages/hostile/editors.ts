// Where the reader writes: never read, never touched.
import { GROUND, LEAP, WEAPONS } from '../claims.ts';
import { type Act, html, page } from '../trial.ts';
import { ARTICLE, type Hostile, LIT, script } from './kind.ts';

/** Types, takes the last of it back, types on; afterwards the value must be what it would be without us. */
async function write({ page: tab }: Act, selector: string, value: string): Promise<void> {
  await tab.bringToFront();
  await tab.click(selector);
  await tab.keyboard.type('NATO x');
  await tab.keyboard.down('Control');
  await tab.keyboard.press('z');
  await tab.keyboard.up('Control');
  await tab.keyboard.type(' End.');
  const said = (await tab.evaluate(value)) as string;
  if (!said.includes(' End.')) throw new Error(`what was typed is not there: ${said}`);
}

const COMPOSED =
  "window.said = []; for (const type of ['compositionstart', 'compositionend']) addEventListener(type, () => window.said.push(type))";

/** The shape of the code editors that keep their text in a script and their keys in a hidden field. */
const CODE = `<div class="CodeMirror"><textarea style="position:absolute;width:1px;height:1px;opacity:0" id="keys"></textarea><div class="lines"><div>${GROUND}</div></div></div>
<div class="cm-editor"><div class="cm-content" contenteditable="true" role="textbox"><div class="cm-line">${GROUND}</div></div></div>`;

export const editors: readonly Hostile[] = [
  {
    kind: 24,
    name: '24 an editable element',
    routes: { '': html(page(`${ARTICLE}<div id="edit" contenteditable="true"><p>${WEAPONS}</p></div>`)) },
    lit: LIT,
    moving: true,
    act: (act) => write(act, '#edit', "document.querySelector('#edit').textContent"),
  },
  {
    kind: 24,
    name: '24 composing with an input method, and a selection',
    not: { firefox: 'Puppeteer cannot compose in Firefox' },
    routes: { '': html(page(`${ARTICLE}<div id="edit" contenteditable="true"><p>${WEAPONS}</p></div>`, script(COMPOSED))) },
    lit: LIT,
    moving: true,
    act: async ({ page: tab }) => {
      await tab.bringToFront();
      await tab.click('#edit');
      const keys = await tab.createCDPSession();
      for (const text of ['に', 'にほ', 'にほん', '日本'])
        await keys.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      await keys.send('Input.insertText', { text: '日本' });
      const said = await tab.evaluate(() => (window as unknown as { said: string[] }).said.join(' '));
      if (said !== 'compositionstart compositionend') throw new Error(`the composition was disturbed: ${said}`);
      const selected = await tab.evaluate(() => {
        const text = document.querySelector('p')?.firstChild;
        if (text) getSelection()?.setBaseAndExtent(text, 3, text, 20);
        return new Promise<string>((resolve) => setTimeout(() => resolve(String(getSelection())), 400));
      });
      if (selected !== LEAP.slice(3, 20)) throw new Error(`the selection was disturbed: ${selected}`);
    },
  },
  {
    kind: 24,
    name: '24 a document in design mode',
    routes: { '': html(page(ARTICLE, script("document.designMode = 'on'"))) },
    left: true,
    lit: [],
    moving: true,
    act: (act) => write(act, 'p', 'document.body.textContent'),
  },
  {
    kind: 24,
    name: '24 code editors',
    routes: { '': html(page(`${ARTICLE}${CODE}`)) },
    lit: LIT,
  },
  {
    kind: 25,
    name: '25 text fields and passwords',
    routes: {
      '': html(
        page(
          `${ARTICLE}<form><textarea id="t" rows="4" cols="80">${LEAP} </textarea><input id="i" value="${LEAP}" size="80"><input type="password" id="p" value="${LEAP}"><select><option>${LEAP}</option></select><button type="button">${LEAP}</button></form>`,
        ),
      ),
    },
    lit: LIT,
    act: async (act) => {
      for (const id of ['t', 'i', 'p']) await write(act, `#${id}`, `document.querySelector('#${id}').value`);
    },
  },
];
