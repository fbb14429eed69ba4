import { textOf } from '../apply/evaluate.ts';
import { originOf } from '../apply/state.ts';
import type { Builder } from './settings.ts';
import { flowOf, missing } from './settings.ts';
import { plainText } from '../../model/plain-text.ts';
import { wrapParts } from '../apply/wrap-parts.ts';
import type { MakePart } from './parts.ts';
import { partsOf } from './parts.ts';

export const tabs: Builder<'tabs'> = (application) => {
  const { rule, subject, state } = application;
  const group = textOf(rule.settings.group, application);
  state.tabLabels.push(rule.settings.label);
  let count = 0;
  const make: MakePart<'tab'> = ({ heading, content }) => {
    count++;
    // Without a heading the tab has its number for a label.
    return { type: 'tab', label: heading ? plainText(heading.children) : String(count), children: wrapParts(content) };
  };
  const parts = partsOf('tab', application, { by: rule.settings.children, make });
  state.tabLabels.pop();
  if (!parts) return undefined;
  const { children, stray } = parts;
  return [...stray, { type: 'tabs', ...(group !== undefined && { group }), children, ...originOf(subject, rule.id) }];
};

export const tab: Builder<'tab'> = (application) => {
  const { rule, subject, state } = application;
  let label = textOf(rule.settings.label, application) ?? textOf(state.tabLabels.at(-1), application);
  if (label === undefined) {
    missing(application, 'label');
    label = String(subject.ordinal + 1);
  }
  const value = textOf(rule.settings.value, application);
  // A set around this tab has said how its own tabs are labelled, not those in it.
  state.tabLabels.push(undefined);
  const children = flowOf(application, rule.settings.children);
  state.tabLabels.pop();
  return [{ type: 'tab', label, ...(value !== undefined && { value }), children, ...originOf(subject, rule.id) }];
};
