import { describe, expect, it } from 'vitest';
import { idsNamedOf, indexLinkedPlaces } from '../../../../src/model/linked-place.ts';
import { collectLinkedPlaces } from '../../../../src/reader/site/content/linked-places.ts';

const placesIn = (source: string, file = 'content/de/docs/first.de.md'): string[] => [
  ...collectLinkedPlaces(source, file),
];

describe('places that addresses name', () => {
  it.each([
    ['[x](/docs/setup/#ports)', 'setup#ports'],
    ['[x](../Setup.md#ports "Title")', 'setup#ports'],
    ['<a href="https://example.org/docs/setup/index.html?x=y#ports">', 'setup#ports'],
    ['{{< ref "setup/_index.md#ports" >}}', 'setup#ports'],
    ['{{< relref path="/setup#ports" lang=de >}}', 'setup#ports'],
    ['[x]: <my%20setup#%C3%BCber>', 'my setup#über'],
    ['[x](#ports)', 'first#ports'],
    ['<a href=#ports>', 'first#ports'],
    ['[x](..#ports)', '*#ports'],
    ['[x]({{< ref "/docs/setup" >}}#ports)', '*#ports'],
    ['[x](/#ports)', '#ports'],
  ])('%s', (source, place) => {
    expect(placesIn(source)).toEqual([place]);
  });

  it('are not headings, comments, ids and characters', () => {
    expect(placesIn('# One\n## Two {#two}\n### \n&#123; a # b\n    # sh\n#hashtag')).toEqual([]);
  });

  it('are found in time that grows with the text', () => {
    expect(placesIn(`${'a#'.repeat(200_000)}b`)).toEqual(['a#a', 'a#b']);
  });

  it('belong to pages by any of their names', () => {
    const places = indexLinkedPlaces(['setup#a', 'install#b', 'old#c', 'other#d', '*#e']);
    const page = {
      file: 'content/docs/setup.md',
      path: '/docs/setup',
      permalink: '/docs/install/',
      aliases: ['/old.html'],
    };
    expect([...idsNamedOf(page, places)].toSorted()).toEqual(['a', 'b', 'c', 'e']);
  });
});
