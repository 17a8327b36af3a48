/** A reader in WebKitGTK, driven by Selenium. It has no console log to read and no narrow windows. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  Builder,
  By,
  Capabilities,
  Key,
  type WebDriver,
  type WebElement,
} from 'selenium-webdriver';
import { freePort, start } from '../hosts/process.ts';
import { find, type Program } from '../programs.ts';
import type { Browser } from './firefox.ts';
import { isSameDocument, type Keys, type Reader } from './reader.ts';

export const WEBKIT_DRIVER: Program = {
  name: 'WebKitWebDriver',
  commands: ['WebKitWebDriver'],
  apt: ['webkit2gtk-driver'],
  elsewhere: { Fedora: 'dnf install webkit2gtk-driver' },
};

/** The browser that comes with the driver. */
export const MINI_BROWSER: Program = {
  name: 'MiniBrowser',
  variable: 'MINIBROWSER_PATH',
  commands: ['MiniBrowser'],
  places: [
    '/usr/lib/*/webkit*gtk-*/MiniBrowser',
    '/usr/libexec/webkit*gtk-*/MiniBrowser',
    '/usr/lib/webkit*gtk-*/MiniBrowser',
  ],
  apt: ['webkit2gtk-driver'],
  elsewhere: { Fedora: 'dnf install webkit2gtk4.1' },
};

/** Its windows open on a screen that nobody sees. */
export const XVFB: Program = {
  name: 'Xvfb',
  commands: ['Xvfb'],
  apt: ['xvfb'],
  elsewhere: { Fedora: 'dnf install xorg-x11-server-Xvfb' },
};

const DESKTOP = { width: 1280, height: 800 };

/** The frame of a phone's width lies in a text, which has no policy that forbids it. */
const FRAME_PAGE = 'llms.txt';

const KEYS: Readonly<Record<Keys, string>> = {
  '/': '/',
  Enter: Key.ENTER,
  Escape: Key.ESCAPE,
  ArrowDown: Key.ARROW_DOWN,
  'ControlOrMeta+V': 'v',
};

/** Keeps in the page what goes wrong on it, also beyond it: a page may be left before anybody asks. */
function listen(): void {
  const { listening } = globalThis as { listening?: boolean };
  if (listening) return;
  Object.assign(globalThis, { listening: true });
  const complain = (complaint: string) =>
    sessionStorage.setItem(
      'complaints',
      JSON.stringify([...JSON.parse(sessionStorage.getItem('complaints') ?? '[]'), complaint]),
    );
  addEventListener('error', ({ message }) => complain(`${location.href}: ${message}`));
  addEventListener('unhandledrejection', ({ reason }) => {
    // Requests end because their page is left; one that fails for a reader fails the journey.
    if (!String(reason).endsWith('TypeError: Load failed'))
      complain(`${location.href}: ${String(reason)}`);
  });
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    complain(`${location.href}: refused: ${violatedDirective} ${blockedURI}`),
  );
}

/** What was kept, and which other hosts the page asked. */
function complaintsHere(): string[] {
  const kept = JSON.parse(sessionStorage.getItem('complaints') ?? '[]') as string[];
  sessionStorage.removeItem('complaints');
  const foreign = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => !name.startsWith(`${location.origin}/`) && !name.startsWith('data:'));
  return [...kept, ...foreign.map((name) => `${location.href} asks for ${name}`)];
}

async function startScreen(): Promise<{ display: string; stop(): Promise<void> }> {
  const xvfb = spawn(
    find(XVFB) ?? '',
    ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const ended = once(xvfb, 'exit');
  const number = xvfb.stdio[3];
  if (!number) throw new Error('Xvfb cannot say its number.');
  const [said] = (await Promise.race([
    once(number, 'data'),
    ended.then(() => {
      throw new Error('Xvfb ended at once.');
    }),
  ])) as [Buffer];
  return {
    display: `:${said.toString().trim()}`,
    async stop() {
      xvfb.kill();
      await ended;
    },
  };
}

/** @param base the address of the site */
export async function startWebKit(base: string): Promise<Browser> {
  const screen = await startScreen();
  const port = await freePort();
  const service = await start(find(WEBKIT_DRIVER) ?? '', [`--port=${port}`], port, {
    DISPLAY: screen.display,
    // The sandbox starts neither as root nor where user namespaces are restricted; only the site is opened.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
  });
  const stop = async () => {
    await service.stop();
    await screen.stop();
  };
  try {
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: find(MINI_BROWSER) ?? '', args: ['--automation'] },
        }),
      )
      .build();
    await driver.manage().window().setRect(DESKTOP);
    return {
      reader: readerOf(driver, base),
      async close() {
        await driver.quit();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function readerOf(driver: WebDriver, base: string): Reader {
  const run: Reader['run'] = async (read, argument) => {
    await driver.executeScript(listen);
    const answer = await driver.executeAsyncScript<{ value: never } | { error: string }>(
      `const [argument, done] = arguments;
      Promise.resolve().then(() => (${read.toString()})(argument)).then(
        (value) => done({ value }),
        (error) => done({ error: String(error) }),
      );`,
      argument,
    );
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  };

  async function shown(selector: string): Promise<WebElement> {
    for (const element of await driver.findElements(By.css(selector)))
      if (await element.isDisplayed()) return element;
    throw new Error(`Nothing of ${selector} can be seen.`);
  }

  async function openOnPhone(url: string): Promise<void> {
    await driver.get(new URL(FRAME_PAGE, base).href);
    await driver.executeAsyncScript((address: string, done: () => void) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'width: 360px; height: 640px; border: 0; position: fixed; inset: 0';
      frame.addEventListener('load', () => done());
      frame.src = address;
      document.body.replaceChildren(frame);
    }, url);
    await driver.switchTo().frame(0);
  }

  return {
    async open(address, screen = 'desktop') {
      const url = new URL(address, base).href;
      await driver.switchTo().defaultContent();
      if (isSameDocument(await driver.getCurrentUrl(), url)) await driver.get('about:blank');
      if (screen === 'phone') await openOnPhone(url);
      else await driver.get(url);
      await driver.executeScript(listen);
    },
    url: () => driver.getCurrentUrl(),
    back: () => driver.navigate().back(),
    reload: () => driver.navigate().refresh(),
    async click(selector) {
      const element = await shown(selector);
      // The driver gives up on an element that its own scrolling does not bring into view.
      await driver.executeScript('arguments[0].scrollIntoView({ block: "center" })', element);
      await element.click();
    },
    type: async (text) => driver.actions().sendKeys(text).perform(),
    async press(keys) {
      const actions = driver.actions();
      if (keys === 'ControlOrMeta+V')
        await actions.keyDown(Key.CONTROL).sendKeys(KEYS[keys]).keyUp(Key.CONTROL).perform();
      else await actions.sendKeys(KEYS[keys]).perform();
    },
    async choose(selector, value) {
      const select = await shown(selector);
      await select.findElement(By.css(`option[value="${value}"]`)).click();
    },
    async giveFile(selector, path) {
      await driver.findElement(By.css(selector)).sendKeys(path);
    },
    run,
    complaints: () => driver.executeScript<string[]>(complaintsHere),
  };
}
