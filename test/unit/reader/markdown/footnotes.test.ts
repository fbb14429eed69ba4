import { describe, expect, it } from 'vitest';
import { show, type Case } from './read-text.ts';

const CASES: readonly Case[] = [
  [
    'mark and definition',
    'a[^1]\n\n[^1]: b\n\n    c\n',
    'paragraph("a" footnoteReference.identifier=1.label=1) footnoteDefinition.identifier=1.label=1(paragraph("b") paragraph("c"))',
  ],
  [
    'a definition ends a paragraph',
    'a[^1]\nb\n[^1]: c\n',
    'paragraph("a" footnoteReference.identifier=1.label=1 "\\nb") footnoteDefinition.identifier=1.label=1(paragraph("c"))',
  ],
  [
    'labels are compared letter by letter',
    '[^A] [^a]\n\n[^a]: b\n',
    'paragraph("[^A] " footnoteReference.identifier=a.label=a) footnoteDefinition.identifier=a.label=a(paragraph("b"))',
  ],
  [
    'labels may hold white space',
    'a[^my note]\n\n[^my note]: *b*\n',
    'paragraph("a" footnoteReference.identifier=my note.label=my note) footnoteDefinition.identifier=my note.label=my note(paragraph(emphasis("b")))',
  ],
  ['an unknown mark is text', 'a[^b]\n', 'paragraph("a[^b]")'],
  [
    'text where they are turned off',
    'a[^1]\n\n[^1]: b\n',
    'paragraph("a" linkReference.identifier=^1.label=^1.referenceType=shortcut("^1")) definition.identifier=^1.label=^1.url=b',
    { markup: { footnote: { enable: false, backlinkHtml: '', enableAutoIdPrefix: false } } },
  ],
];

describe('footnotes', () => {
  it.each(CASES)('%s', (_name, source, expected, options) => {
    expect(show(source, options)).toBe(expected);
  });
});
