import { it } from 'vitest';
import { writeMdx } from '../../../../src/writers/mdx/write.ts';
import { markup, read } from './read.ts';
it('dbg', async () => {
  for (const [f, s] of [['p.org', '#+TITLE: T\n\n- a\n  - b\n- [ ] c\n'], ['p.org', '#+TITLE: T\n\nx\n\n#+BEGIN_NOTE\nMind.\n#+END_NOTE\n\n- a\n  #+begin_quote\n  x\n  #+end_quote\n- d'], ['p.adoc', 'x\n\n* a _b_\n* c']] as const) {
    const { page } = await read(f, s);
    process.stderr.write('-----\n' + writeMdx({ page, source: s, markup }, { unmapped: 'keep' }).text + '\n');
  }
});
