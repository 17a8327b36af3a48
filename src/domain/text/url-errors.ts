/**
 * Errors of URL loading on iOS (`NSURLErrorDomain`, documented by Apple for Foundation). An RPC reports
 * all of them as iOS 0; the number under it says what happened.
 */

/** What became of the request: never sent, perhaps sent, or answered. */
export type RequestSent = 'no' | 'possible' | 'yes';

export type UrlError = {
  readonly number: number;
  /** Apple's own name. */
  readonly name: string;
  readonly sent: RequestSent;
};

/** By number; those that a call to a gateway can meet. */
export const URL_ERRORS = [
  { number: -995, name: 'NSURLErrorBackgroundSessionRequiresSharedContainer', sent: 'no' },
  { number: -997, name: 'NSURLErrorBackgroundSessionWasDisconnected', sent: 'possible' },
  { number: -999, name: 'NSURLErrorCancelled', sent: 'possible' },
  { number: -1000, name: 'NSURLErrorBadURL', sent: 'no' },
  { number: -1001, name: 'NSURLErrorTimedOut', sent: 'possible' },
  { number: -1002, name: 'NSURLErrorUnsupportedURL', sent: 'no' },
  { number: -1003, name: 'NSURLErrorCannotFindHost', sent: 'no' },
  { number: -1004, name: 'NSURLErrorCannotConnectToHost', sent: 'no' },
  { number: -1005, name: 'NSURLErrorNetworkConnectionLost', sent: 'possible' },
  { number: -1006, name: 'NSURLErrorDNSLookupFailed', sent: 'no' },
  { number: -1007, name: 'NSURLErrorHTTPTooManyRedirects', sent: 'possible' },
  { number: -1008, name: 'NSURLErrorResourceUnavailable', sent: 'possible' },
  { number: -1009, name: 'NSURLErrorNotConnectedToInternet', sent: 'no' },
  { number: -1011, name: 'NSURLErrorBadServerResponse', sent: 'yes' },
  { number: -1012, name: 'NSURLErrorUserCancelledAuthentication', sent: 'possible' },
  { number: -1013, name: 'NSURLErrorUserAuthenticationRequired', sent: 'yes' },
  { number: -1014, name: 'NSURLErrorZeroByteResource', sent: 'yes' },
  { number: -1015, name: 'NSURLErrorCannotDecodeRawData', sent: 'yes' },
  { number: -1016, name: 'NSURLErrorCannotDecodeContentData', sent: 'yes' },
  { number: -1017, name: 'NSURLErrorCannotParseResponse', sent: 'yes' },
  { number: -1018, name: 'NSURLErrorInternationalRoamingOff', sent: 'no' },
  { number: -1019, name: 'NSURLErrorCallIsActive', sent: 'no' },
  { number: -1020, name: 'NSURLErrorDataNotAllowed', sent: 'no' },
  { number: -1021, name: 'NSURLErrorRequestBodyStreamExhausted', sent: 'possible' },
  { number: -1022, name: 'NSURLErrorAppTransportSecurityRequiresSecureConnection', sent: 'no' },
  { number: -1103, name: 'NSURLErrorDataLengthExceedsMaximum', sent: 'yes' },
  { number: -1200, name: 'NSURLErrorSecureConnectionFailed', sent: 'no' },
  { number: -1201, name: 'NSURLErrorServerCertificateHasBadDate', sent: 'no' },
  { number: -1202, name: 'NSURLErrorServerCertificateUntrusted', sent: 'no' },
  { number: -1203, name: 'NSURLErrorServerCertificateHasUnknownRoot', sent: 'no' },
  { number: -1204, name: 'NSURLErrorServerCertificateNotYetValid', sent: 'no' },
  { number: -1205, name: 'NSURLErrorClientCertificateRejected', sent: 'no' },
  { number: -1206, name: 'NSURLErrorClientCertificateRequired', sent: 'no' },
] as const satisfies readonly UrlError[];

export type UrlErrorNumber = (typeof URL_ERRORS)[number]['number'];

/** The error of a number or of Apple's name for it, or null where it is none of the table. */
export function urlErrorOf(text: string): (typeof URL_ERRORS)[number] | null {
  return URL_ERRORS.find(({ number, name }) => String(number) === text || name === text) ?? null;
}
