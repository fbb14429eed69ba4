/** The languages of a site as Mintlify knows them. */
import { htmlLanguage } from '../scaffold/site-facts.ts';
import { LANGUAGE_OF_CODE, LANGUAGES } from './facts.ts';

/** Mintlify's code for a language; nothing for one that it does not know. */
export function localeOf(code: string): string | undefined {
  const tag = htmlLanguage({ code });
  const lower = tag.toLowerCase();
  const named = Object.hasOwn(LANGUAGE_OF_CODE, lower) ? LANGUAGE_OF_CODE[lower] : undefined;
  const base = tag.split('-')[0] ?? tag;
  return named ?? [tag, base].find((candidate) => LANGUAGES.includes(candidate));
}
