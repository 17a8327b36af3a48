/** Refuses a build whose data is broken, before anything is built, and hands sound data to the browser's bundle. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblem } from '../domain/codes/rules/problem.ts';
import { findProblems } from '../domain/codes/rules/index.ts';
import { readContent } from './read-content.ts';
import { resolverIndexModule } from './resolver-index-module.ts';

export function dataGate(): AstroIntegration {
  return {
    name: 'data-gate',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const { content, problems } = readContent(root);
        // A file that cannot be read would be missed by the rules as well, and hide its own name in the noise.
        const all = problems.length > 0 ? problems : findProblems(content);
        if (all.length > 0)
          throw new Error(
            `The data has ${all.length} ${all.length === 1 ? 'problem' : 'problems'}:\n${all
              .map((problem) => `  ${formatProblem(problem)}`)
              .join('\n')}`,
          );
        updateConfig({ vite: { plugins: [resolverIndexModule(root)] } });
      },
    },
  };
}
