/** Steps, cards and columns: sets, and the parts that stand in them. */
import { contentOf, numberOf, textOf } from '../apply/evaluate.ts';
import { originOf } from '../apply/state.ts';
import { wrapParts } from '../apply/wrap-parts.ts';
import type { MakePart } from './parts.ts';
import { partsOf } from './parts.ts';
import type { Builder } from './settings.ts';
import { flowOf } from './settings.ts';

export const steps: Builder<'steps'> = (application) => {
  const { rule, subject } = application;
  // The heading stays one: a page's own headings lead to it.
  const make: MakePart<'step'> = ({ heading, content }) => ({
    type: 'step',
    children: wrapParts(heading ? [heading, ...content] : content),
  });
  const parts = partsOf('step', application, { by: rule.settings.children, make });
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
  const parts = partsOf('card', application, { by: rule.settings.children, make: cardOf });
  if (!parts) return undefined;
  const own = columnCount === undefined ? {} : { columns: columnCount };
  return [...parts.stray, { type: 'cards', ...own, children: parts.children, ...originOf(subject, rule.id) }];
};

/** A heading that is a link names the card and says where it leads. */
const cardOf: MakePart<'card'> = ({ heading, content }) => {
  const [only, ...more] = heading?.children ?? [];
  const link = only?.type === 'link' && more.length === 0 ? only : undefined;
  return {
    type: 'card',
    ...(heading && { title: link ? link.children : heading.children }),
    ...(link && { link: link.url }),
    children: wrapParts(content),
  };
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
  const { rule, subject } = application;
  const make: MakePart<'column'> = ({ heading, content }) => ({
    type: 'column',
    children: wrapParts(heading ? [heading, ...content] : content),
  });
  const parts = partsOf('column', application, { by: rule.settings.children, make });
  return parts && [...parts.stray, { type: 'columns', children: parts.children, ...originOf(subject, rule.id) }];
};

export const column: Builder<'column'> = (application) => {
  const { rule, subject } = application;
  const width = textOf(rule.settings.width, application);
  const children = flowOf(application, rule.settings.children);
  return [{ type: 'column', ...(width !== undefined && { width }), children, ...originOf(subject, rule.id) }];
};
