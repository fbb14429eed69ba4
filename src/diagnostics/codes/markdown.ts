import type { Rules } from '../rule.ts';

export interface MarkdownFacts {}

export const markdownRules: Rules<MarkdownFacts> = {};
