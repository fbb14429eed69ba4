/**
 * What a rule can make of a shortcode, an element or a code fence: the one list that the schema, the loader and the
 * builders are made from.
 */
import type { SettingInfo } from './kinds/setting.ts';
import { boxKinds } from './kinds/box.ts';
import { mediaKinds } from './kinds/media.ts';
import { textKinds } from './kinds/text.ts';

export type { SettingForm, SettingInfo } from './kinds/setting.ts';

export const KINDS = { ...boxKinds, ...mediaKinds, ...textKinds } as const;

export type Kind = keyof typeof KINDS;

/** The names of all kinds, in the order of the docs. */
export const KIND_NAMES = Object.keys(KINDS) as readonly Kind[]; // the keys of a constant are its type's keys

/** The settings of a kind, with every form seen alike. */
export const settingsOf = (kind: Kind): Readonly<Record<string, SettingInfo>> => KINDS[kind].settings;
