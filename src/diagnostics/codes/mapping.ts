import type { Rules } from '../rule.ts';

export interface MappingFacts {}

export const mappingRules: Rules<MappingFacts> = {};
