/** What a failed assertion of a test says: the number that came in place of the expected one. */

/** What is compared: a name for the result. */
const SUBJECT =
  /result[-_ ]?(?:status|code)|return[-_ ]?code|err(?:or)?[-_ ]?code|结果码|返回码|错误码/i;

/** How test libraries write, and how people say, what was expected and what came. */
const FORMS: readonly RegExp[] = [
  // JUnit, TestNG, AssertJ: "expected:<1000> but was:<3001>".
  /\bexpect(?:ed|ing)?\b[^\n]{1,60}?(?<expected>\b\d{4})\b[^\n\d]{1,20}?\b(?:was|were|got|found|actual(?:ly)?|received|returned|is)\b[^\n\d]{1,40}(?<actual>\d{4})\b/i,
  // Chai: "expected 3001 to equal 1000".
  /\bexpected ['"<]?(?<actual>\d{4})['">]? to (?:deeply |strictly |be |have )?(?:be|equal|eql|equals|value)\b[^\n\d]{1,12}(?<expected>\d{4})\b/i,
  // XCTest and pytest: the first is what came.
  /\("(?<actual>\d{4})"\) is not equal to \("(?<expected>\d{4})"\)/i,
  /\bassert(?:ionError:)? ['"]?(?<actual>\d{4})['"]? [!=]= ['"]?(?<expected>\d{4})\b/i,
  /(?:期望|预期|期待|应为|应该?是|应该?返回)[^\n\d]{0,20}(?<expected>\d{4})[^\n\d]{0,12}(?:实际|得到|却是|结果是|返回|收到)[^\n\d]{0,12}(?<actual>\d{4})(?!\d)/,
];

export type Assertion = {
  readonly expected: string;
  readonly actual: string;
  /** Offset of `actual` in the line, in UTF-16 units. */
  readonly index: number;
};

/** The assertion about a result that a line is, or null. Linear; never throws. */
export function assertionIn(line: string): Assertion | null {
  if (!SUBJECT.test(line)) return null;
  for (const form of FORMS) {
    const match = form.exec(line);
    const { expected, actual } = match?.groups ?? {};
    if (!match || expected === undefined || actual === undefined) continue;
    const within = actual === expected ? -1 : match[0].lastIndexOf(actual);
    return within === -1 ? null : { expected, actual, index: match.index + within };
  }
  return null;
}
