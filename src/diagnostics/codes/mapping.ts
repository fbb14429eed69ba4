import type { Rules } from '../rule.ts';
import type { MappingExamplesFacts } from './mapping-examples.ts';
import type { MappingFileFacts } from './mapping-file.ts';
import type { MappingPluginsFacts } from './mapping-plugins.ts';
import type { MappingUseFacts } from './mapping-use.ts';
import { mappingExamplesRules } from './mapping-examples.ts';
import { mappingFileRules } from './mapping-file.ts';
import { mappingPluginsRules } from './mapping-plugins.ts';
import { mappingUseRules } from './mapping-use.ts';

export interface MappingFacts extends MappingFileFacts, MappingUseFacts, MappingExamplesFacts, MappingPluginsFacts {}

export const mappingRules: Rules<MappingFacts> = {
  ...mappingFileRules,
  ...mappingUseRules,
  ...mappingExamplesRules,
  ...mappingPluginsRules,
};
