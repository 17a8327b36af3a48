/** Holds the built pages against the HTML standard; of the 500 bare HTTP numbers only a few. */
import { glob } from 'node:fs/promises';
import { FileSystemConfigLoader, formatterFactory, HtmlValidate } from 'html-validate';
import { isSampled } from './pages.ts';

const validator = new HtmlValidate(new FileSystemConfigLoader());
const files: string[] = [];
for await (const file of glob('dist/**/index.html')) if (isSampled(file)) files.push(file);
files.push('dist/404.html', 'dist/mgs-codes.html');

const report = await validator.validateMultipleFiles(files);
if (!report.valid) console.log(formatterFactory('text')(report.results));
console.log(`${files.length} pages, ${report.errorCount} errors`);
process.exitCode = report.valid && files.length > 1 ? 0 : 1;
