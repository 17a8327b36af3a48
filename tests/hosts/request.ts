/** Asks a server for exactly what is written: no path is tidied up, no redirect followed. */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** Answers of a server, one connection kept open for many requests. */
export type Client = {
  ask(
    path: string,
    options?: { method?: string; headers?: Record<string, string> },
  ): Promise<Answer>;
  close(): void;
};

export function clientFor(port: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  return {
    ask: (path, { method = 'GET', headers = {} } = {}) =>
      new Promise((done, fail) => {
        httpRequest({ host: '127.0.0.1', port, path, method, headers, agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', fail);
          response.on('end', () =>
            done({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks),
            }),
          );
        })
          .on('error', fail)
          .end();
      }),
    close: () => agent.destroy(),
  };
}
