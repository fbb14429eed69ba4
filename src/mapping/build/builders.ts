import { inlinesOf } from '../apply/inlines-of.ts';
import type { Application, Content } from '../apply/state.ts';
import type { Kind } from '../kinds.ts';
import type { Builder } from './settings.ts';
import { admonition, container, details } from './boxes.ts';
import { code, math } from './code.ts';
import { component } from './component.ts';
import { ruleFunction } from './function.ts';
import { include } from './include.ts';
import { crossReference, embed, link, reference } from './links.ts';
import { badge, button, icon } from './marks.ts';
import { audio, diagram, gallery, video } from './media.ts';
import { figure, image } from './pictures.ts';
import { card, cards, column, columns, step, steps } from './sets.ts';
import { tab, tabs } from './tabs.ts';
import { text, value, variable } from './text.ts';
import { innerFlow, innerMarkdown } from './settings.ts';

const unwrap: Builder<'unwrap'> = ({ subject, rule }) => {
  const content = rule.settings.read === 'markdown' ? innerMarkdown(subject) : innerFlow(subject);
  return subject.position === 'flow' ? content : (inlinesOf(content) ?? content);
};

const nothing = (): readonly Content[] => [];

/** A builder for every kind. `keep` is no building: it is seen to where rules are applied. */
const BUILDERS: { readonly [K in Kind]: Builder<K> } = {
  admonition,
  tabs,
  tab,
  steps,
  step,
  cards,
  card,
  columns,
  column,
  figure,
  image,
  gallery,
  video,
  audio,
  link,
  code,
  diagram,
  include,
  math,
  details,
  embed,
  button,
  badge,
  icon,
  container,
  component,
  text,
  value,
  variable,
  reference,
  crossReference,
  function: ruleFunction,
  unwrap,
  drop: nothing,
  keep: nothing,
};

/** What a rule makes of its subject; undefined where something is missing, which is then reported. */
export function build(application: Application): readonly Content[] | undefined {
  // The table pairs each kind with its builder; a lookup by a union of kinds hides that from the compiler.
  const builder = BUILDERS[application.rule.as] as (application: Application) => readonly Content[] | undefined;
  return builder(application);
}
