import { compile } from '@mdx-js/mdx';
import { expect, it } from 'vitest';
import { loadMdxParser } from '../../../../src/writers/mdx/parser.ts';
import { writeMdx } from '../../../../src/writers/mdx/write.ts';
import { markup, read } from './read.ts';
import records from './org-records.json' with { type: 'json' };

const ASCIIDOC = `= Guide

Intro {with} <braces> and *b* {{< one >}}.footnote:[Note {{< two >}}]

<!--more-->

== Setup

* a
** b {{< three >}}
+
more
* c

{{% box %}}
* in it
{{% /box %}}

{{< alone >}}

[source,js]
----
import x from 'y'; {{< four >}}
----

NOTE: Mind {the} gap.

|===
|Name |Value

|a |{b}
|===

image::cat.png[A cat]
`;

const SAMPLES: readonly (readonly [file: string, source: string])[] = [
  ['page.adoc', ASCIIDOC],
  ...records.map(
    ({ org }) => ['page.org', `#+TITLE: T\n\n${org}\n\n{{< one >}}\n\n- {{% two %}}x{{% /two %}}`] as const,
  ),
];

it.each(SAMPLES)('is written as MDX that compiles: %s %#', async (file, source) => {
  const { page } = await read(file, source);
  const parser = await loadMdxParser();
  const { text, diagnostics } = writeMdx({ page, source, markup }, { unmapped: 'keep', ...(parser && { parser }) });
  const body = text.replace(/^---\n[^]*?\n---\n/, '');
  await expect(compile(body)).resolves.toBeDefined();
  expect(diagnostics.filter(({ code }) => code === 'mdx-fallback')).toEqual([]);
});

it('is written wholly: nothing is sliced out of the source', async () => {
  const source = '---\ntitle: T\n---\n== Setup\n\n* a _b_\n* c\n\n----\ncode\n----\n';
  const { page } = await read('page.adoc', source);
  const { text } = writeMdx({ page, source, markup }, { unmapped: 'keep' });
  expect(text).toContain('<h2 id="_setup">Setup</h2>');
  expect(text).toContain('- a *b*\n\n- c');
  for (const mark of ['==', '* a', '----']) expect(text.replaceAll('---\n', '')).not.toContain(mark);
});
