/** The reader's choices, kept in this browser only. Where storage is forbidden they last for the page. */

const PREFIX = 'mgs-codes:';

const ofThisPage = new Map<string, string>();

export function readSetting(name: string): string | null {
  try {
    return localStorage.getItem(PREFIX + name);
  } catch {
    return ofThisPage.get(name) ?? null;
  }
}

export function writeSetting(name: string, value: string): void {
  ofThisPage.set(name, value);
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}
