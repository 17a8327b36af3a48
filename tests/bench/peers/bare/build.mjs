/** Every page as the HTML of its Markdown and nothing else: what any site with this text costs at least. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { marked } from 'marked';

const head =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">';

mkdirSync('dist/codes', { recursive: true });
for (const file of readdirSync('codes')) {
  const markdown = readFileSync(`codes/${file}`, 'utf8');
  const title = markdown.slice(2, markdown.indexOf('\n'));
  writeFileSync(
    `dist/codes/${file.replace(/\.md$/, '.html')}`,
    `${head}<title>${title}</title></head><body>${marked.parse(markdown)}</body></html>\n`,
  );
}
