/** Buttons, badges and icons: what stands in a line of text. */
import type { Inline } from '../../model/nodes.ts';
import { contentOf, textOf } from '../apply/evaluate.ts';
import { inlinesOf } from '../apply/inlines-of.ts';
import { originOf } from '../apply/state.ts';
import type { Builder } from './settings.ts';
import { attributesOf, innerFlow, missing } from './settings.ts';

export const button: Builder<'button'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const url = textOf(settings.url, application);
  const kind = textOf(settings.kind, application);
  const icon = textOf(settings.icon, application);
  const attributes = attributesOf(settings.attributes, application);
  const content = contentOf(settings.text, application) ?? innerFlow(subject);
  const inlines = inlinesOf(content);
  const from = originOf(subject, rule.id);
  if (!inlines) {
    // Blocks cannot stand on a button, but in HTML's link.
    const own = [{ name: 'class', value: 'button' }, ...(url === undefined ? [] : [{ name: 'href', value: url }])];
    return [{ type: 'container', tagName: 'a', attributes: [...own, ...attributes], children: content, ...from }];
  }
  const children: readonly Inline[] =
    inlines.length > 0 || url === undefined ? inlines : [{ type: 'text', value: url }];
  if (children.length === 0) return missing(application, 'text');
  return [
    {
      type: 'button',
      ...(url !== undefined && { url }),
      ...(kind !== undefined && { kind }),
      ...(icon !== undefined && { icon }),
      ...(attributes.length > 0 && { attributes }),
      children,
      ...from,
    },
  ];
};

export const badge: Builder<'badge'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const kind = textOf(settings.kind, application);
  const url = textOf(settings.url, application);
  const content = contentOf(settings.text, application) ?? innerFlow(subject);
  const children = inlinesOf(content);
  const from = originOf(subject, rule.id);
  if (!children) {
    const own = [{ name: 'class', value: 'badge' }];
    return [{ type: 'container', tagName: 'div', attributes: own, children: content, ...from }];
  }
  if (children.length === 0) return missing(application, 'text');
  return [
    {
      type: 'badge',
      ...(kind !== undefined && { kind }),
      ...(url !== undefined && { url }),
      children,
      ...from,
    },
  ];
};

export const icon: Builder<'icon'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const name = textOf(settings.name, application);
  if (name === undefined) return missing(application, 'name');
  const set = textOf(settings.set, application);
  const label = textOf(settings.label, application);
  const own = { ...(set !== undefined && { set }), ...(label !== undefined && { label }) };
  return [{ type: 'icon', name, ...own, ...originOf(subject, rule.id) }];
};
