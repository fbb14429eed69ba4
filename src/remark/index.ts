/** `decant/remark`: Hugo shortcodes in any unified pipeline. */
export { remarkShortcodes } from './remark-shortcodes.ts';
export type { RemarkShortcodesOptions } from './options.ts';
export type {
  NamedShortcodeArgument,
  PositionalShortcodeArgument,
  Shortcode,
  ShortcodeArguments,
  ShortcodeText,
} from './nodes.ts';
