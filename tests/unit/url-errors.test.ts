/** The numbers that Apple documents, and whether the request can have left the phone. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { URL_ERRORS } from '../../src/domain/text/url-errors.ts';

/**
 * From Apple's `NSURLError.h`; whether something was sent follows from what the header says of each.
 * @see https://developer.apple.com/documentation/foundation/urlerror/code
 */
const DOCUMENTED: Readonly<Record<'no' | 'possible' | 'yes', Readonly<Record<string, number>>>> = {
  no: {
    BackgroundSessionRequiresSharedContainer: -995,
    BadURL: -1000,
    UnsupportedURL: -1002,
    CannotFindHost: -1003,
    CannotConnectToHost: -1004,
    DNSLookupFailed: -1006,
    NotConnectedToInternet: -1009,
    InternationalRoamingOff: -1018,
    CallIsActive: -1019,
    DataNotAllowed: -1020,
    AppTransportSecurityRequiresSecureConnection: -1022,
    SecureConnectionFailed: -1200,
    ServerCertificateHasBadDate: -1201,
    ServerCertificateUntrusted: -1202,
    ServerCertificateHasUnknownRoot: -1203,
    ServerCertificateNotYetValid: -1204,
    ClientCertificateRejected: -1205,
    ClientCertificateRequired: -1206,
  },
  possible: {
    BackgroundSessionWasDisconnected: -997,
    Cancelled: -999,
    TimedOut: -1001,
    NetworkConnectionLost: -1005,
    HTTPTooManyRedirects: -1007,
    ResourceUnavailable: -1008,
    UserCancelledAuthentication: -1012,
    RequestBodyStreamExhausted: -1021,
  },
  yes: {
    BadServerResponse: -1011,
    UserAuthenticationRequired: -1013,
    ZeroByteResource: -1014,
    CannotDecodeRawData: -1015,
    CannotDecodeContentData: -1016,
    CannotParseResponse: -1017,
    DataLengthExceedsMaximum: -1103,
  },
};

test('errors of URL loading have the numbers and names that Apple documents', () => {
  for (const [sent, numbers] of Object.entries(DOCUMENTED))
    assert.deepEqual(
      Object.fromEntries(
        URL_ERRORS.filter((error) => error.sent === sent).map(({ name, number }) => [
          name.replace(/^NSURLError/, ''),
          number,
        ]),
      ),
      numbers,
    );
});
