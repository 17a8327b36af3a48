/** Characters of code that a line of a phone has room for, also in a list of a list: longer code may be broken. */
export const LINE = 30;
