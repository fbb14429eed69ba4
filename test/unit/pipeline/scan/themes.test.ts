import { describe, expect, it } from 'vitest';
import { mappingFor } from '../../../../src/pipeline/scan/themes.ts';

const SHIPPED = ['blowfish', 'docsy', 'doks', 'hextra', 'hugo-blox', 'hugo-book', 'lotusdocs', 'papermod', 'relearn'];

describe('the mapping of a theme', () => {
  it.each([
    ['docsy', 'docsy'],
    ['docsy-0.10.0', 'docsy'],
    ['github.com/google/docsy', 'docsy'],
    ['github.com/google/docsy/v2', 'docsy'],
    ['github.com/google/docsy/dependencies', 'docsy'],
    ['github.com/imfing/hextra', 'hextra'],
    ['book', 'hugo-book'],
    ['hugo-book', 'hugo-book'],
    ['github.com/alex-shpak/hugo-book', 'hugo-book'],
    ['hugo-theme-relearn', 'relearn'],
    ['github.com/McShelby/hugo-theme-relearn', 'relearn'],
    ['PaperMod', 'papermod'],
    ['hugo-PaperMod', 'papermod'],
    ['@thulite/doks-core', 'doks'],
    ['lotus-docs', 'lotusdocs'],
    ['github.com/HugoBlox/hugo-blox-builder/modules/blox-bootstrap/v5', 'hugo-blox'],
    ['github.com/acme/fancy', undefined],
    ['hugo', undefined],
    ['', undefined],
  ])('%s: %s', (theme, mapping) => {
    expect(mappingFor(theme, SHIPPED)).toBe(mapping);
  });
});
