import type { Embed, FlowContent, Inline, Value } from '../../model/nodes.ts';
import { contentOf, textOf } from '../apply/evaluate.ts';
import { inlinesOf } from '../apply/inlines-of.ts';
import type { Application } from '../apply/state.ts';
import { originOf } from '../apply/state.ts';
import type { RuleOf } from '../mapping.ts';
import type { Builder } from './settings.ts';
import { attributesOf, innerFlow, missing } from './settings.ts';

export const link: Builder<'link'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const url = textOf(settings.url, application);
  if (url === undefined) return missing(application, 'url');
  const title = textOf(settings.title, application);
  const text = contentOf(settings.text, application);
  const target = { url, ...(title !== undefined && { tooltip: title }) };
  return [linkAround(text ?? innerFlow(subject), target, url, application)];
};

/** A link around some content, or around a text where there is none. */
function linkAround(
  content: readonly FlowContent[],
  { url, tooltip }: { readonly url: string; readonly tooltip?: string },
  otherwise: string,
  { rule, subject }: Application,
): FlowContent {
  const from = originOf(subject, rule.id);
  const inlines = inlinesOf(content);
  if (!inlines) {
    // Blocks cannot stand in Markdown's link, but in HTML's.
    const title = tooltip === undefined ? [] : [{ name: 'title', value: tooltip }];
    const attributes = [{ name: 'href', value: url }, ...title];
    return { type: 'container', tagName: 'a', attributes, children: content, ...from };
  }
  const children: readonly Inline[] = inlines.length > 0 ? inlines : [{ type: 'text', value: otherwise }];
  return { type: 'link', notation: 'inline', url, ...(tooltip !== undefined && { title: tooltip }), children, ...from };
}

export const embed: Builder<'embed'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const provider = textOf(settings.provider, application);
  const id = textOf(settings.id, application);
  if (provider === undefined) return missing(application, 'provider');
  if (id === undefined) return missing(application, 'id');
  const url = textOf(settings.url, application);
  const title = textOf(settings.title, application);
  const attributes = attributesOf(settings.attributes, application);
  const node: Embed = {
    type: 'embed',
    provider,
    id,
    ...(url !== undefined && { url }),
    ...(title !== undefined && { title }),
    ...(attributes.length > 0 && { attributes }),
    ...originOf(subject, rule.id),
  };
  if (subject.position !== 'inline' || url === undefined) return [node];
  const children: readonly Inline[] = [{ type: 'text', value: title ?? url }];
  return [{ type: 'link', notation: 'inline', url, children, ...originOf(subject, rule.id) }];
};

export const reference: Builder<'reference'> = (application) => {
  const url = resolveReference(application);
  if (url === undefined) return undefined;
  const { rule, subject } = application;
  const node: Value = { type: 'value', value: url, from: subject.name, ...originOf(subject, rule.id) };
  return [node];
};

/** A link to another page, with its title as the text where the call says none. */
export const crossReference: Builder<'crossReference'> = (application) => {
  const { rule, subject } = application;
  const found = findReference(application);
  if (!found) return undefined;
  const content = contentOf(rule.settings.text, application) ?? innerFlow(subject);
  return [linkAround(content, found, found.title ?? found.url, application)];
};

/** The address that a reference leads to; one that leads nowhere is reported. */
export const resolveReference = (application: Application<RuleOf<'reference'>>): string | undefined =>
  findReference(application)?.url;

function findReference(
  application: Application<RuleOf<'reference'> | RuleOf<'crossReference'>>,
): { readonly url: string; readonly title?: string } | undefined {
  const { rule, subject, state } = application;
  const { settings } = rule;
  const path = textOf(settings.path, application);
  if (path === undefined) return missing(application, 'path');
  const language = textOf(settings.language, application);
  const outputFormat = textOf(settings.outputFormat, application);
  const found = state.hooks.resolve?.({
    path,
    address: 'address' in settings && settings.address === 'absolute' ? 'absolute' : 'relative',
    ...(language !== undefined && { language }),
    ...(outputFormat !== undefined && { outputFormat }),
  });
  if (!found) {
    const facts = { name: subject.name, rule: rule.id, path };
    state.collector.report('mapping-unresolved-reference', facts, subject.place);
  }
  return found;
}
