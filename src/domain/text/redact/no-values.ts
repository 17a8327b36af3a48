/** What stands in the place of a value, and is none. */

/** Words that stand for no value, and what logs say of a field instead of its value. */
export const NO_VALUE =
  /^(?:[-.*•_|+:]+|n\/?a|nul|null|nil|\(null\)|none|undefined|unknown|nan|true|false|yes|no|on|off|empty|is|are|was|were|has|have|had|must|can|cannot|can't|could|should|will|would|does|doesn't|did|not|isn't|the|a|an|in|for|and|or|of|to|from|by|with|at|as|be|been|being|it|this|that|your|our|my|please|only|too|also|expired?|expires|expiring|invalid|valid|validated|missing|required?|wrong|incorrect|error|errors|failed|fails?|failure|mismatch(?:ed)?|match(?:ed|es)?|refused|denied|granted|forbidden|unauthorized|unavailable|unsupported|supported|disabled|enabled|changed|updated|refreshed?|revoked|rejected|accepted|absent|present|exists?|found|ok|okay|pass|passed|success|succeeded|done|ready|closed|open|opened|created|started|ended|destroyed|lost|active|inactive|locked|unlocked|used|unused|verified|unverified|set|unset|ignored|skipped|omitted|received|sent|checked|blocked|limited|redacted|hidden|masked|removed|filtered|string|str|int|integer|long|number|bool|boolean|object|array|char|varchar|text|any|void|optional|default|anonymous|guest)$/i;
const HIDDEN =
  /^[*•●x#-]{3,}$|^\[?(?:redacted|hidden|masked|filtered|removed|omitted|已脱敏|脱敏)\]?$/i;

/** What a statement, a template or a format has in the place of a value. */
export const PLACEHOLDER =
  /^(?:\?\d{0,2}|[#$%]\{[\w.]{0,80}\}?|\{ [\w.]{1,80} \}|\{\d{0,2}\}|\$\([\w.-]{1,60}\)|%(?:\d\$)?[sd@]|%\([\w.]{1,60}\)s|\$\d{1,2})[),;]*$/i;

/** Whether a word says that there is no value, or that it is hidden. */
export const isNoValue = (word: string): boolean => NO_VALUE.test(word) || HIDDEN.test(word);
