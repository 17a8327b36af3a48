declare module 'virtual:resolver-index' {
  import type { ResolverIndex } from './domain/codes/resolver-index.ts';

  const index: ResolverIndex;
  export default index;
}
