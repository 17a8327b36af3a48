/** Links to the text of a page, where the repository is known from outside. */

/**
 * Where a file can be edited, or null without `REPOSITORY`, the address of the repository's web page
 * such as `https://github.com/owner/name`.
 */
export function editUrl(file: string, repository = process.env['REPOSITORY']): string | null {
  return repository ? `${repository.replace(/\/$/, '')}/edit/main/${file}` : null;
}
