/** Links to the text of a page, where the repository is known from outside. */

/**
 * Where a file can be edited, or null without `REPOSITORY`, the address of the repository's web page
 * such as `https://github.com/owner/name`.
 */
export function editUrl(file: string, repository = process.env['REPOSITORY']): string | null {
  return repository ? `${repository.replace(/\/$/, '')}/edit/main/${file}` : null;
}

/**
 * The form in which a mistake of a page is reported, filled in with what the page is, or null without
 * `REPOSITORY`. Its fields are those of `.github/ISSUE_TEMPLATE/code.yml`.
 * @param code the number of the page, or null where it is no page of a number
 */
export function reportUrl(
  code: string | null,
  title: string,
  repository = process.env['REPOSITORY'],
): string | null {
  if (!repository) return null;
  const query = new URLSearchParams({ template: 'code.yml', title });
  if (code !== null) query.set('code', code);
  return `${repository.replace(/\/$/, '')}/issues/new?${query.toString()}`;
}
