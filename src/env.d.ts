declare module 'virtual:resolver-index/*' {
  import type { ResolverIndex } from './domain/codes/resolver-index.ts';

  const index: ResolverIndex;
  export default index;
}

declare module 'virtual:first-steps/*' {
  /** What to do first, by the id of a meaning. */
  const firstSteps: Readonly<Record<string, string>>;
  export default firstSteps;
}

declare module 'virtual:word-index/*' {
  import type { WordIndex } from './site/word-index.ts';

  const index: WordIndex;
  export default index;
}
