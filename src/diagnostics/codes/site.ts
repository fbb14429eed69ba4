import type { Rules } from '../rule.ts';

export interface SiteFacts {}

export const siteRules: Rules<SiteFacts> = {};
