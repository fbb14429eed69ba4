import GithubSlugger from 'github-slugger';
import type { IdMaker } from '../passes/heading-ids.ts';

/** Ids as GitHub makes them, which most frameworks follow. */
export function createGithubIds(): IdMaker {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text);
}
