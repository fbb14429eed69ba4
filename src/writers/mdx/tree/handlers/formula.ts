import type { Handlers } from '../../../writer.ts';
import type { RootContent } from 'mdast';
import type { TreeState } from '../state.ts';
import { bareAttribute, textAttribute } from '../../jsx/attributes.ts';
import { flowElement, textElement } from '../nodes.ts';

type MathHandlers = Pick<Handlers<RootContent[], TreeState>, 'mathBlock' | 'mathInline'>;

/** Formulas between dollar signs, where the target reads them so. */
export const dollarHandlers: MathHandlers = {
  mathBlock: ({ value }) => [{ type: 'html', value: `$$\n${value.trim()}\n$$` }],
  mathInline: ({ value }) => [{ type: 'html', value: `$${value.trim().replace(/\s*[\r\n]\s*/g, ' ')}$` }],
};

const NAME = 'Formula';

/**
 * Formulas as a component that sets them: `$` in a text would become a formula where a plugin looks for them, and braces in one
 * would become code where none does.
 */
export const formulaHandlers: MathHandlers = {
  mathBlock: ({ value }, { writing }) => {
    writing.draft.component(NAME);
    return [flowElement(NAME, [textAttribute('tex', value.trim()), bareAttribute('display')], [])];
  },
  mathInline: ({ value }, { writing }) => {
    writing.draft.component(NAME);
    return [textElement(NAME, [textAttribute('tex', value)], [])];
  },
};
