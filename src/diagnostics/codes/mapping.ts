import type { Rules } from '../rule.ts';
import type { MappingFileFacts } from './mapping-file.ts';
import type { MappingUseFacts } from './mapping-use.ts';
import { mappingFileRules } from './mapping-file.ts';
import { mappingUseRules } from './mapping-use.ts';

export interface MappingFacts extends MappingFileFacts, MappingUseFacts {}

export const mappingRules: Rules<MappingFacts> = { ...mappingFileRules, ...mappingUseRules };
