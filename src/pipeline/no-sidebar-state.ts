/**
 * Starlight puts a script on every page that keeps the state of the sidebar. Our sidebar has no such
 * state (`components/Sidebar.astro`), so the script would do nothing, and it would weigh 400 bytes in
 * every first response. Where Starlight names it otherwise one day, it is merely there again.
 */
import type { ViteUserConfig } from 'astro';

export function noSidebarState(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'no-sidebar-state',
    enforce: 'pre',
    load: (id: string) => (id.includes('/SidebarPersistState') ? 'export {};' : undefined),
  };
}
