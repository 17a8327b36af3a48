/** Schemes of credentials. */
import type { MaskKind } from './kinds.ts';
import { matchAt } from './match-at.ts';

/** A scheme stays: support has to know which it is. */
export const SCHEME =
  /(?:(?:Bearer|Basic|Digest|Negotiate|NTLM|Token|API-?Key|HMAC(?:-SHA\d{1,3})?|AWS4-HMAC-SHA256|OAuth|MAC|Hawk|Signature|OSS|OSS4-HMAC-SHA256|acs|ACS3-HMAC-SHA256|TC3-HMAC-SHA256|JWT|SharedKey|AWS)[ \t:]{1,4})+/iy;

/** Where the credentials begin in a quoted value. */
export function quotedStart(text: string, at: number, kind: MaskKind): number {
  return kind === 'authorization' && matchAt(SCHEME, text, at) ? SCHEME.lastIndex : at;
}
