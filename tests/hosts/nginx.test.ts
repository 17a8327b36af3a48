/** What only nginx is told by our configuration, beyond the table of all hosts. Reads both builds. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { connect } from 'node:net';
import { after, before, describe, test } from 'node:test';
import { BASE_PATH } from '../e2e/site.ts';
import { CHALLENGE, ensureNginx, HSTS, NO_NGINX, SHARE_PICTURE, startNginx } from './nginx.ts';
import type { Running } from './process.ts';
import { clientFor, type Client } from './request.ts';

const nginx = ensureNginx();

for (const [folder, prefix] of [
  ['dist', ''],
  ['dist.base', BASE_PATH],
] as const)
  describe(`nginx, base ${prefix}/`, { skip: nginx === null ? NO_NGINX : false }, () => {
    let running: Running;
    let client: Client;
    before(async () => {
      running = await startNginx(nginx ?? '', folder, `${prefix}/`);
      client = clientFor(running.port);
    });
    after(async () => {
      client.close();
      await running.stop();
    });

    /** Sends bytes and answers with all that comes back. */
    async function raw(request: string): Promise<string> {
      const socket = connect(running.port, '127.0.0.1').setEncoding('latin1');
      let answer = '';
      socket.on('data', (text: string) => (answer += text));
      socket.write(request);
      await once(socket, 'close');
      return answer;
    }

    test('a proxy that speaks HTTP/1.0 gets text compressed as well', async () => {
      const answer = await raw(
        `GET ${prefix}/codes/7014 HTTP/1.0\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n`,
      );
      assert.match(answer, /^HTTP\/1\.[01] 200 /);
      assert.match(answer, /^content-encoding: gzip\r$/im);
    });

    test('no answer tells the version, not even to a broken request', async () => {
      for (const request of [
        `GET ${prefix}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        `POST ${prefix}/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        `GET ${prefix}/ HTTP/1.1\r\nConnection: close\r\n\r\n`,
        `GET ${prefix}/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
        `GET ${prefix}/ HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`,
        'NONSENSE\r\n\r\n',
      ]) {
        const answer = await raw(request);
        assert.match(answer, /nginx/i, request.slice(0, 60));
        assert.doesNotMatch(answer, /nginx\/\d/i, request.slice(0, 60));
      }
    });

    test('what the server has under .well-known is left to it', async () => {
      const { status, body } = await client.ask('/.well-known/acme-challenge/token');
      assert.equal(status, 200);
      assert.equal(body.toString(), CHALLENGE);
      const own = await client.ask('/.well-known/of-the-server/x');
      assert.equal(own.body.toString(), 'of the server');
      assert.equal((await client.ask(`${prefix}/.well-known/none`)).status, 404);
    });

    test('files of the site are shown in no other page, but for icons and the share picture', async () => {
      const [script = ''] = globSync('_astro/*.js', { cwd: folder });
      const policyOf = async (path: string) =>
        (await client.ask(prefix + path)).headers['cross-origin-resource-policy'];
      for (const path of ['/', '/codes/7014', '/codes/7099', '/codes.json', `/${script}`])
        assert.equal(await policyOf(path), 'same-origin', path);
      for (const path of ['/favicon.svg', '/icon-maskable.svg', `/${SHARE_PICTURE}`])
        assert.equal(await policyOf(path), 'cross-origin', path);
      assert.equal(await policyOf(`/codes/${SHARE_PICTURE}`), 'same-origin');
    });

    test('headers of the server itself reach the site', async () => {
      const [name, value] = HSTS;
      for (const path of ['/', '/codes/7014', '/codes.json', '/codes/7099'])
        assert.equal((await client.ask(prefix + path)).headers[name.toLowerCase()], value, path);
    });

    test('the base path without its slash keeps the question of a filter', async () => {
      if (prefix === '') return;
      const { status, headers } = await client.ask(`${prefix}?family=ios`);
      assert.equal(status, 301);
      assert.equal(headers.location, `${prefix}/?family=ios`);
    });
  });
