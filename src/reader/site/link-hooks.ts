import type { LinkHook, Site } from '../../model/site.ts';
import type { SiteLanguages } from './config/languages.ts';
import type { MapValue } from './config/values.ts';
import { asBoolean, asText, valueAt } from './config/values.ts';

/** Whether render hooks look up what links and images address: the site's own, or those that Hugo has built in. */
export function findLinkHooks(templates: readonly string[], config: MapValue, languages: SiteLanguages): Site['hooks'] {
  const hookOf = (name: 'link' | 'image'): LinkHook => {
    const own = templates.some((path) => path.includes(`_markup/render-${name}`));
    const setting = valueAt(config, 'markup', 'goldmark', 'renderHooks', name);
    const isDefault = asBoolean(valueAt(setting, 'enableDefault')) ?? false;
    const use = asText(valueAt(setting, 'useEmbedded'))?.toLowerCase() ?? (isDefault ? 'fallback' : 'auto');
    if (use === 'always') return 'hugo';
    if (own) return 'site';
    const isOn = use === 'fallback' || (use === 'auto' && languages.all.length > 1 && !languages.multihost);
    if (isOn) return 'hugo';
    // A site that is not complete may have had a hook.
    return templates.some((path) => !path.includes('shortcodes/')) ? 'none' : 'unknown';
  };
  return { link: hookOf('link'), image: hookOf('image') };
}
