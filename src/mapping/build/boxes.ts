/** Kinds that hold content: admonition, details, container. */
import { booleanOf, contentOf, textOf } from '../apply/evaluate.ts';
import { inlinesOf } from '../apply/inlines-of.ts';
import { originOf } from '../apply/state.ts';
import type { Admonition } from '../../model/nodes.ts';
import { KINDS } from '../kinds.ts';
import type { Builder } from './settings.ts';
import { attributesOf, flowOf, missing } from './settings.ts';

export const admonition: Builder<'admonition'> = (application) => {
  const { rule, subject, state } = application;
  const kind = textOf(rule.settings.kind, application);
  if (kind === undefined) return missing(application, 'kind');
  const title = contentOf(rule.settings.title, application);
  const said = textOf(rule.settings.collapsible, application) ?? 'none';
  if (!isCollapsible(said)) {
    const expected = KINDS.admonition.settings.collapsible.words.join(' or ');
    const facts = { name: subject.name, rule: rule.id, value: said, expected };
    state.collector.report('mapping-bad-conversion', facts, subject.place);
  }
  return [
    {
      type: 'admonition',
      kind,
      ...(title && { title }),
      collapsible: isCollapsible(said) ? said : 'none',
      children: flowOf(application, rule.settings.children),
      ...originOf(subject, rule.id),
    },
  ];
};

const isCollapsible = (word: string): word is Admonition['collapsible'] =>
  KINDS.admonition.settings.collapsible.words.some((known) => known === word);

export const details: Builder<'details'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const summary = contentOf(settings.summary, application) ?? [{ type: 'text', value: 'Details' }];
  const open = booleanOf(settings.open, application) ?? false;
  const attributes = attributesOf(settings.attributes, application);
  return [
    {
      type: 'details',
      summary,
      open,
      ...(attributes.length > 0 && { attributes }),
      children: flowOf(application, settings.children),
      ...originOf(subject, rule.id),
    },
  ];
};

/** HTML's phrasing elements that hold content: these stand in a line of text. */
const PHRASING = new Set(
  'a abbr b bdi bdo button cite code data del dfn em i ins kbd label mark q s samp small span strong sub sup time u var'.split(
    ' ',
  ),
);

export const container: Builder<'container'> = (application) => {
  const { rule, subject } = application;
  const { tagName, children } = rule.settings;
  const attributes = attributesOf(rule.settings.attributes, application);
  const content = flowOf(application, children);
  const from = originOf(subject, rule.id);
  const inlines = subject.position === 'flow' ? undefined : inlinesOf(content);
  if (inlines && (tagName === undefined || PHRASING.has(tagName) || subject.position === 'inline')) {
    return [{ type: 'elementInline', tagName: tagName ?? 'span', attributes, children: inlines, ...from }];
  }
  return [{ type: 'container', tagName: tagName ?? 'div', attributes, children: content, ...from }];
};
