/** What command lines log somebody in with: options of curl, of clients of databases, of tools for keys. */
import { MASK_CHARACTER } from './decoded-view.ts';
import type { FoundValue, MaskKind, ValueShape } from './kinds.ts';
import { matchAt, matchesIn, type Range } from './match-at.ts';
import { endOfValue } from './value-ends.ts';

/** Longer logins are not looked for. */
export const LONGEST_LOGIN = 400;

/** Between an option and its value: blanks, also where the line goes on below; signs of a list of strings. */
const GAP = String.raw`(?:["'],\s{0,20}(?=["'])|(?:[ \t=]|[\\^${'`'}]\r?\n){0,12})`;
/** A quote as a shell has it, with the sign before it on Windows and of escapes in Bash. */
const QUOTE = String.raw`(?:[\^$]?(?<quote>["']))?`;

const LOGIN_OPTION = new RegExp(
  String.raw`(?<![\w-])(?:-[A-Za-z]{0,6}(?<letter>[Uua])|--(?:user|proxy-user|auth))${GAP}${QUOTE}`,
  'g',
);
const COOKIE_OPTION = new RegExp(
  String.raw`(?<![\w-])(?:-[A-Za-z]{0,6}b|--cookie(?=[ \t="']))${GAP}${QUOTE}`,
  'g',
);
const PASSWORD_OPTION = new RegExp(
  String.raw`(?<=[\s"'])-(?<option>pw|new|[paPwk])(?<space>["'],\s{0,20}(?=["'])|(?:[ \t]|[\\^${'`'}]\r?\n){0,8})${QUOTE}(?=[^\s"'-])`,
  'g',
);
/** `--cert client.p12:secret`. */
const CERTIFICATE_OPTION = new RegExp(
  String.raw`(?<![\w-])(?:-E|--(?:proxy-)?cert)[ \t=]${GAP}[\^$]?["']?[\w./~\\-]{1,200}\.(?:p12|pfx|pem|crt|cer):${QUOTE}`,
  'g',
);

type Program = { readonly program: RegExp; readonly options: RegExp; readonly glued?: true };

/** Programs with an option that is a password, and whether a space may follow it. */
const TAKES_PASSWORD: readonly Program[] = [
  { program: /\b(?:mysql\w{0,8}|mariadb(?:-\w{1,10})?)\b[^|;]*$/, options: /^p$/, glued: true },
  { program: /\b7z[ar]?\b[^|;]*$/, options: /^p$/, glued: true },
  { program: /\b(?:sshpass|login|mongo\w{0,8})\b[^|;]*$/, options: /^p$/ },
  { program: /\bredis-cli\b[^|;]*$/, options: /^a$/ },
  { program: /\bsecurity (?:unlock|create|import|export|set)\b[^|;]*$/, options: /^[pPk]$/ },
  { program: /\b(?:sqlcmd|bcp|isql|zip|unzip|mosquitto_[ps]ub)\b[^|;]*$/, options: /^P$/ },
  { program: /\bossutil(?:\d{0,2}|mac\d{0,2})\b[^|;]*$/, options: /^k$/ },
  { program: /\bkeytool\b[^|;]*$/, options: /^new$/ },
  { program: /\bldap[a-z]{2,8}\b[^|;]*$/, options: /^w$/ },
];
/** The options `-a` and `--auth` of HTTPie: to other programs they say something else. */
const TAKES_AUTH = /(?:^|[\s"'`&(])(?:https?|xhs?|httpie)[ \t][^|;]*$/;
/** Programs that have another sign between user and password. */
const OTHER_SIGNS = /\b(?:smb[a-z]{2,8}|rpcclient|net|lftp)\b[^|;]*$/;

/** To other programs `-b` says something else. */
const HAS_COOKIES = /\b(?:curl|xh|https?)\b[^|;]*$/;

/** What a program makes credentials of: a password, behind a name or alone. */
const CREDENTIALS_OF =
  /\b(?:ConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?|(?:NetworkCredential|PSCredential|UsernamePasswordCredentials|HTTPBasicAuth|[bB]asicAuth|setBasicAuth|Credentials\.basic|PasswordAuthentication)\(\s{0,20}@?["'][^"'\n\r]{1,100}["'],\s{0,20}@?)(?<quote>["'])/g;

/** `sqlplus user/password@database`. */
const ORACLE_LOGIN =
  /\b(?:sqlplus|sqlldr|expdp|impdp|rman target)[ \t](?:[ \t]{0,4}-[A-Z]{1,3}(?: \d)?[ \t])?[ \t]{0,4}(?<quote>["']?)(?=[\w$#]{1,60}\/[^\s/@])/gi;

/** A variable of a shell stands for the value. */
const VARIABLE = /^\$\{?[A-Z_][A-Z\d_]{0,60}\}?$/;

/** Who logs in to a host, in the file of curl, ftp and git. */
const NETRC = /\bmachine\s{1,20}[\w.-]{1,200}\s{1,20}login\s{1,20}(?=[^\s"'])/g;

/** The command up to an option, on one line. */
const commandBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - LONGEST_LOGIN), at)
    .replaceAll(/[\\^`]\r?\n/g, ' ')
    .split(/[\n\r]/)
    .at(-1) ?? '';

/** A value of an option, within its quotes. */
type Word = { readonly from: number; readonly to: number; readonly value: string };

/** The value of an option whose opening quote, if it has one, is already matched. */
function wordAt({ view }: Range, from: number, quote: string): Word {
  const shape: ValueShape =
    quote === ''
      ? { how: 'bare', level: 0, delimiters: /[\s"'`]/ }
      : { how: 'quoted', quote, level: view.levels[from - 1] ?? 0 };
  let { to: end } = endOfValue(view, from, shape);
  // A quote in quotes: the string ends, an escaped one follows, and it goes on.
  for (let round = 0; round < 9 && quote === "'" && view.text.startsWith("'''", end); round += 1)
    end = endOfValue(view, end + 3, shape).to;
  // On Windows the closing quote is escaped as the opening one is.
  const to =
    quote !== '' && view.text[from - 2] === '^' && view.text[end - 1] === '^' ? end - 1 : end;
  return { from, to, value: view.text.slice(from, to) };
}

const matchedWord = (range: Range, { index, 0: option, groups }: RegExpExecArray): Word =>
  wordAt(range, index + option.length, groups?.['quote'] ?? '');

const USER = /[^\s"'`:/^$]{1,200}/y;
const QUOTED_PASSWORD = /:[\^$]?(["'])/y;
const JOINED_PASSWORD = /:(?=[^\s"'`])/y;

/** `user:'password'` and `"user":password`: a word of a shell with quotes around its parts. */
function loginInParts(range: Range, match: RegExpExecArray): FoundValue | null {
  const { text } = range.view;
  const first = match.index + match[0].length;
  const quote = match.groups?.['quote'] ?? '';
  const from = first - quote.length;
  const userEnd =
    quote === ''
      ? first + (matchAt(USER, text, first)?.[0].length ?? 0)
      : wordAt(range, first, quote).to + quote.length;
  if (text.slice(first, userEnd).includes('\n')) return null;
  const opening = matchAt(QUOTED_PASSWORD, text, userEnd)?.[1];
  if (opening !== undefined) {
    const password = wordAt(range, QUOTED_PASSWORD.lastIndex, opening);
    if (password.to === password.from) return null;
    return { from, to: Math.min(text.length, password.to + 1), kind: 'login' };
  }
  if (quote === '' || matchAt(JOINED_PASSWORD, text, userEnd) === null) return null;
  return { from, to: wordAt(range, JOINED_PASSWORD.lastIndex, '').to, kind: 'login' };
}

/** A name and a password: what a number joins with another is a port, or who runs something. */
const isLogin = (value: string): boolean =>
  /^[^\s:/]{0,200}:(?!\/\/)./.test(value) && !/^\d*:\d+$/.test(value);

function logins(range: Range): FoundValue[] {
  const { text } = range.view;
  const found: FoundValue[] = [];
  for (const match of matchesIn(range, LOGIN_OPTION)) {
    const { index, groups } = match;
    const isAuth = groups?.['letter'] === 'a' || text.startsWith('--auth', index);
    if (isAuth && !TAKES_AUTH.test(commandBefore(text, index))) continue;
    const { from, to, value } = matchedWord(range, match);
    const isShare =
      /^[^\s:/%,]{1,100}[%,][^\s%]/.test(value) && OTHER_SIGNS.test(commandBefore(text, index));
    const inParts = loginInParts(range, match);
    if (inParts) found.push(inParts);
    else if (isLogin(value) || isShare) found.push({ from, to, kind: 'login' });
    else if (isAuth && /^[^\s-]\S{7}/.test(value) && value !== MASK_CHARACTER)
      found.push({ from, to, kind: 'token' });
  }
  return found;
}

/** Options of curl and others that log somebody in. */
export function commandOptions(range: Range): FoundValue[] {
  const { text } = range.view;
  const found = logins(range);
  const add = ({ from, to, value }: Word, kind: MaskKind): void => {
    if (value !== MASK_CHARACTER && value !== '' && !VARIABLE.test(value))
      found.push({ from, to, kind });
  };
  for (const match of matchesIn(range, COOKIE_OPTION)) {
    const word = matchedWord(range, match);
    if (word.value.includes('=') && HAS_COOKIES.test(commandBefore(text, match.index)))
      add(word, 'cookie');
  }
  for (const match of matchesIn(range, CERTIFICATE_OPTION))
    add(matchedWord(range, match), 'password');
  for (const { 0: front, index, groups } of matchesIn(range, ORACLE_LOGIN)) {
    const from = index + front.length;
    const end = groups?.['quote'] === '' ? /[\s@"']/ : /["'@\n\r]/;
    const length = text.slice(from, from + LONGEST_LOGIN).search(end);
    found.push({ from, to: length === -1 ? text.length : from + length, kind: 'login' });
  }
  for (const match of matchesIn(range, PASSWORD_OPTION)) {
    const { option = '', space } = match.groups ?? {};
    const before = commandBefore(text, match.index);
    const isTaken = TAKES_PASSWORD.some(
      ({ program, options, glued }) =>
        options.test(option) && (glued !== true || space === '') && program.test(before),
    );
    if (isTaken) add(matchedWord(range, match), 'password');
  }
  return found;
}

/** Users in a file of logins; their passwords have a name. */
export const usersOfHosts = (range: Range): FoundValue[] =>
  Array.from(matchesIn(range, NETRC), (match) => matchedWord(range, match))
    .filter(({ value }) => value !== MASK_CHARACTER)
    .map(({ from, to }) => ({ from, to, kind: 'user-id' }));

/** Passwords in the calls that make credentials of them. */
export const passwordsOfCalls = (range: Range): FoundValue[] =>
  Array.from(matchesIn(range, CREDENTIALS_OF), (match) => matchedWord(range, match))
    .filter(({ value }) => value !== '' && value !== MASK_CHARACTER)
    .map(({ from, to }) => ({ from, to, kind: 'password' }));
