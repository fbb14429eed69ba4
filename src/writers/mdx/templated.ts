import type { Attribute, ShortcodeInline, TemplatedString } from '../../model/nodes.ts';
import type { Writing } from './writing.ts';
import { callText } from '../../model/call-text.ts';
import { fillTemplate } from '../../model/walk.ts';

/** The author's text of a call. */
export const callSource = (node: ShortcodeInline, source: string): string => callText(node.call, source);

/** Text in which calls may stand, each as the author wrote it. */
export const writtenText = (text: TemplatedString, { source }: Pick<Writing, 'source'>): string =>
  fillTemplate(text, (call) => callSource(call, source));

/** Whether a call has stayed in a text. */
export const hasCall = (text: TemplatedString): boolean =>
  typeof text !== 'string' && text.some((part) => typeof part !== 'string' && part.type === 'shortcodeInline');

/** An attribute's value as text, whatever its type. */
export const writtenValue = (value: Attribute['value'], writing: Pick<Writing, 'source'>): string =>
  typeof value === 'string' || typeof value === 'object' ? writtenText(value, writing) : String(value);
