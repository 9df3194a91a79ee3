// Pages under policies of their own, that would report what we do to their server.

import { html, page } from '../trial.ts';
import { ARTICLE, article, type Hostile, LIT } from './kind.ts';

const policy = (value: string) => ({ 'content-security-policy': value });

export const policies: readonly Hostile[] = [
  {
    kind: 1,
    name: '1 nothing allowed, violations reported',
    routes: {
      '': html(
        article('<style>p{color:green}</style>'),
        undefined,
        policy("default-src 'none'; style-src 'unsafe-inline'; report-uri report"),
      ),
    },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 2,
    name: '2 no trusted types, violations reported',
    routes: {
      '': html(article(), undefined, policy("require-trusted-types-for 'script'; trusted-types 'none'; report-uri report")),
    },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 3,
    name: '3 sandboxed document',
    routes: { '': html(page(ARTICLE), undefined, policy('sandbox allow-scripts')) },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
];
