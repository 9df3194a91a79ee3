// The worker of the settings page that reads, checks, compiles and stores an imported pack.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { cardOf } from '../src/claims/card.ts';
import { compile } from '../src/claims/compile.ts';
import { parsePack } from '../src/claims/schema.ts';
import { importJob, type ToImport } from '../src/platform/pack-import.ts';
import { packStore } from '../src/platform/pack-store.ts';

export default defineUnlistedScript(() => {
  const job = importJob({ parsePack, compile, cardOf }, packStore(), (message) => postMessage(message));
  addEventListener('message', (event: MessageEvent<ToImport>) => void job(event.data));
});
