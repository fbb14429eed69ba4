import type { Rules } from '../rule.ts';

export interface ShortcodeFacts {}

export const shortcodeRules: Rules<ShortcodeFacts> = {};
