declare module 'virtual:resolver-index' {
  import type { ResolverIndex } from './domain/codes/resolver-index.ts';

  const index: ResolverIndex;
  export default index;
}

declare module 'virtual:word-index/*' {
  import type { WordIndex } from './site/word-index.ts';

  const index: WordIndex;
  export default index;
}
