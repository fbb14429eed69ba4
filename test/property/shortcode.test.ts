import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallTree } from '../../src/model/page.ts';
import type { Place } from '../../src/model/place.ts';
import { createCollector, wordsOf } from '../../src/diagnostics/diagnostic.ts';
import { endOf } from '../../src/model/place.ts';
import { collectShortcodeNames } from '../../src/reader/shortcode/collect-names.ts';
import { findSummaryDivider } from '../../src/reader/shortcode/find-divider.ts';
import { scanShortcodes } from '../../src/reader/shortcode/scan.ts';

const takesInner = (name: string): boolean => name === 'note' || name === 'tab';

const PIECES = [
  ['{{<', '>}}', '{{%', '%}}', '{{', '}}', '/*', '*/', '/', '\\', '=', '"', '`', "'", '.', ',', '-'],
  [' ', '\n', '\r\n', '\t', '\u00a0', '\0', '\ud800', 'é', '😀', '\ufeff'],
  ['note', 'tab', 'ref', 'Note', 'x.inline ', '__proto__', '1', '-2.5', 'true', 'a=', 'b="c"', '<!--more-->'],
  ['{{< note >}}', '{{< /note >}}', '{{% tab "x" %}}', '{{% /tab %}}', '{{< ref a=1 >}}', '{{< note />}}'],
  ['{{</* ref */>}}', '{{< x.inline >}}', '{{< /x.inline >}}', "{{< note 'x' >}}"],
].flat();
const bodies = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(''));

/** A body that Hugo accepts: calls in calls, with text between them. */
const { body: wellFormed } = fc.letrec<{ body: string; part: string }>((tie) => ({
  body: fc.array(tie('part'), { maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('text ', '{{ x }}', '\n\n', '{{</* note */>}}'),
    fc.constantFrom('{{< ref >}}', '{{% ref "a b" 7 %}}', '{{< note / >}}', '{{< tab a=`x` b=1 />}}'),
    tie('body').map((inner) => `{{< note "x" >}}${inner}{{< /note >}}`),
    tie('body').map((inner) => `{{% tab a=1 %}}${inner}{{% /tab %}}`),
  ),
}));

const scan = (source: string) => {
  const collector = createCollector();
  return { ...scanShortcodes(source, 0, takesInner, collector), diagnostics: collector.diagnostics };
};

const flat = (calls: readonly CallTree[]): CallTree[] => calls.flatMap((call) => [call, ...flat(call.calls)]);

describe('scanShortcodes', () => {
  it('takes any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), bodies), (source) => {
        const { calls, diagnostics, ok } = scan(source);
        expect(ok).toBe(diagnostics.every(({ severity }) => severity !== 'error'));
        for (const diagnostic of diagnostics) expect(wordsOf(diagnostic).hint).toBeTypeOf('string');
        for (const { name } of flat(calls)) expect(collectShortcodeNames(source, 0).seen).toContain(name.toLowerCase());
        const divider = findSummaryDivider(source, 0, calls);
        expect(divider === undefined || source.startsWith('<!--more-->', divider.offset)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives everything the place where it stands', () => {
    fc.assert(
      fc.property(bodies, (source) => {
        const { calls, literals, diagnostics } = scan(source);
        expect(calls.flatMap((call, index) => faultsOf(call, String(index), source))).toEqual([]);
        for (const { place } of diagnostics) expect(place && endOf(place) <= source.length + 1).toBe(true);
        for (const { start, end, text } of literals) {
          expect(source.slice(start, end)).toBe(`${text.slice(0, 3)}/*${text.slice(3, -3)}*/${text.slice(-3)}`);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads what Hugo accepts to the last tag', () => {
    fc.assert(
      fc.property(wellFormed, (source) => {
        const { calls, literals, diagnostics, ok } = scan(source);
        expect([ok, diagnostics]).toEqual([true, []]);
        const tags = flat(calls).flatMap(({ openTag, closeTag }) => (closeTag ? [openTag, closeTag] : [openTag]));
        const marks = source.split('{{<').length + source.split('{{%').length - 2;
        expect(tags.length + literals.length).toBe(marks);
      }),
    );
  });
});

/** What is wrong with the places of a call and of all that it holds. */
function faultsOf(call: CallTree, path: string, source: string): string[] {
  const { place, openTag, closeTag, inner } = call;
  const slice = ({ offset, length }: Place): string => source.slice(offset, offset + length);
  const opens = call.notation === 'markdown' ? '{{%' : '{{<';
  const end = closeTag ?? inner?.place ?? openTag;
  const laws: [law: string, holds: boolean][] = [
    ['path', call.path === path],
    ['opening tag', slice(openTag).startsWith(opens) && slice(openTag).endsWith('}}')],
    ['closing tag', !closeTag || /^\{\{[<%]/.test(slice(closeTag))],
    ['whole', place.offset === openTag.offset && endOf(place) === endOf(end)],
    ['inner text', !inner || (slice(inner.place) === inner.raw && inner.place.offset === endOf(openTag))],
    ['paired', (call.body === 'paired') === (inner !== undefined)],
    ['arguments', call.arguments.items.every((item) => slice(item.place) === item.source)],
    ['nested', call.calls.every((one) => one.place.offset >= endOf(openTag) && endOf(one.place) <= endOf(place))],
  ];
  return [
    ...laws.filter(([, holds]) => !holds).map(([law]) => `${path} ${law}`),
    ...call.calls.flatMap((one, index) => faultsOf(one, `${path}.${index}`, source)),
  ];
}
