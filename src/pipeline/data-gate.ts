/** Refuses a build whose data is broken, before anything is built; a development server only warns. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { formatProblem } from '../domain/codes/rules/problem.ts';
import { contentOf } from './content.ts';
import { resolverIndexModule } from './resolver-index-module.ts';

export function dataGate(): AstroIntegration {
  return {
    name: 'data-gate',
    hooks: {
      'astro:config:setup': ({ command, config, logger, updateConfig }) => {
        const root = fileURLToPath(config.root);
        const { problems } = contentOf(root);
        if (problems.length > 0) {
          const message = `The data has ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}:\n${problems
            .map((problem) => `  ${formatProblem(problem)}`)
            .join('\n')}`;
          if (command === 'build') throw new Error(message);
          logger.warn(message);
        }
        updateConfig({ vite: { plugins: [resolverIndexModule(root)] } });
      },
    },
  };
}
