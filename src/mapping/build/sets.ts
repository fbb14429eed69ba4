/** Steps, cards and columns: sets, and the parts that stand in them. */
import { contentOf, numberOf, textOf } from '../apply/evaluate.ts';
import { originOf } from '../apply/state.ts';
import { partsOf } from './parts.ts';
import type { Builder } from './settings.ts';
import { flowOf } from './settings.ts';

export const steps: Builder<'steps'> = (application) => {
  const parts = partsOf('step', application);
  const { rule, subject } = application;
  return parts && [...parts.stray, { type: 'steps', children: parts.children, ...originOf(subject, rule.id) }];
};

export const step: Builder<'step'> = (application) => {
  const { rule, subject } = application;
  const title = contentOf(rule.settings.title, application);
  const children = flowOf(application, rule.settings.children);
  return [{ type: 'step', ...(title && { title }), children, ...originOf(subject, rule.id) }];
};

export const cards: Builder<'cards'> = (application) => {
  const { rule, subject } = application;
  const columnCount = numberOf(rule.settings.columns, application);
  const parts = partsOf('card', application);
  if (!parts) return undefined;
  const own = columnCount === undefined ? {} : { columns: columnCount };
  return [...parts.stray, { type: 'cards', ...own, children: parts.children, ...originOf(subject, rule.id) }];
};

export const card: Builder<'card'> = (application) => {
  const { rule, subject } = application;
  const { settings } = rule;
  const title = contentOf(settings.title, application);
  const subtitle = contentOf(settings.subtitle, application);
  const footer = contentOf(settings.footer, application);
  const link = textOf(settings.link, application);
  const image = textOf(settings.image, application);
  const icon = textOf(settings.icon, application);
  const tag = textOf(settings.tag, application);
  return [
    {
      type: 'card',
      ...(title && { title }),
      ...(subtitle && { subtitle }),
      ...(footer && { footer }),
      ...(link !== undefined && { link }),
      ...(image !== undefined && { image }),
      ...(icon !== undefined && { icon }),
      ...(tag !== undefined && { tag }),
      children: flowOf(application, settings.children),
      ...originOf(subject, rule.id),
    },
  ];
};

export const columns: Builder<'columns'> = (application) => {
  const parts = partsOf('column', application);
  const { rule, subject } = application;
  return parts && [...parts.stray, { type: 'columns', children: parts.children, ...originOf(subject, rule.id) }];
};

export const column: Builder<'column'> = (application) => {
  const { rule, subject } = application;
  const width = textOf(rule.settings.width, application);
  const children = flowOf(application, rule.settings.children);
  return [{ type: 'column', ...(width !== undefined && { width }), children, ...originOf(subject, rule.id) }];
};
