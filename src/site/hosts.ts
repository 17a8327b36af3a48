/** Small files that single hosts read, so that every address answers the same everywhere. */
import { codePath } from './urls.ts';

/**
 * Cloudflare answers an unknown address with the nearest `404.html`. The twin of the page of the HTTP
 * number 404 would be that for all of `/codes/`, so it is not uploaded there.
 */
export const assetsIgnore = 'codes/404.html\n';

/** With its twin left out, the page of 404 still answers without a redirect. */
export const redirects = `${codePath('404')} ${codePath('404')}/ 200\n`;
