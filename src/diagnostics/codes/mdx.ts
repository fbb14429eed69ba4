import type { Rules } from '../rule.ts';

export interface MdxFacts {}

export const mdxRules: Rules<MdxFacts> = {};
