import { describe, expect, it } from 'vitest';
import { collectShortcodeNames } from '../../../../src/reader/shortcode/collect-names.ts';

describe('collectShortcodeNames', () => {
  it.each([
    ['nothing', 'Text {{ x }}', [], []],
    ['what is called', '{{< ref >}} {{% docs/icon "x" %}}', ['ref', 'docs/icon'], []],
    ['what is closed', '{{< ref >}}{{< Note >}}a{{< /Note >}}', ['ref', 'note'], ['note']],
    ['what closes itself', '{{< note / >}} {{% tab a=1 /%}}', ['note', 'tab'], ['note', 'tab']],
    ['what stands in comment marks: nothing', '{{</* note */>}}', [], []],
    ['inline ones', '{{< x.inline >}}a{{< /x.inline >}}', ['x.inline'], ['x.inline']],
    ['what a faulty tag names', "{{< note 'x' >}}a{{< /note >}}", ['note'], ['note']],
    ['no name that was never opened', '{{< note >}}a{{< /nte >}}', ['note'], []],
  ])('lists %s', (_, source, seen, closed) => {
    const names = collectShortcodeNames(source, 0);
    expect([...names.seen]).toEqual(seen);
    expect([...names.closed]).toEqual(closed);
  });

  it('leaves the front matter out', () => {
    expect(collectShortcodeNames('---\na: "{{< x >}}"\n---\n', 23).seen.size).toBe(0);
  });
});
