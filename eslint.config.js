import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports go one way: pages → embeds → components → client → site → domain; only the catalogue reads collections. */
const may = (files, ...forbidden) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: forbidden.map((group) => ({
          regex: group.regex,
          message: group.message,
        })),
      },
    ],
  },
});

const not = (folders, why) => ({
  regex: `^(?:\\.{1,2}/)+(?:${folders})(?:/|\\.ts$)`,
  message: why,
});
const noCollections = {
  regex: '^astro:content$',
  message: 'Only src/catalogue.ts and src/content.config.ts read collections.',
};

export default defineConfig(
  { ignores: ['dist*/', 'node_modules/', '.astro/', 'test-results/'] },
  tseslint.configs.strict,
  tseslint.configs.stylistic,
  regexp.configs['flat/recommended'],
  astro.configs['flat/recommended'],
  {
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
      'regexp/prefer-d': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  // Astro's own convention for props.
  { files: ['**/*.astro'], rules: { '@typescript-eslint/consistent-type-definitions': 'off' } },
  {
    files: ['src/domain/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./|astro/zod$)',
              message: 'The domain imports only itself; schema.ts alone also imports astro/zod.',
            },
          ],
        },
      ],
    },
  },
  may(
    ['src/site/**'],
    not('pages|embeds|components|client|build|catalogue', 'src/site imports only the domain.'),
    noCollections,
  ),
  may(
    ['src/client/**'],
    not('pages|embeds|components|build|catalogue', 'Scripts import only the domain and src/site.'),
    noCollections,
  ),
  may(
    ['src/components/**'],
    not('pages|embeds|build|catalogue', 'Components get data as props.'),
    noCollections,
  ),
  may(
    ['src/embeds/**'],
    not('pages|build', 'Embeds read the catalogue, never pages.'),
    noCollections,
  ),
  may(['src/pages/**'], not('build', 'Pages know nothing of the build.'), noCollections),
  may(
    ['src/build/**'],
    not('pages|embeds|components|client|catalogue', 'The build reads files, not collections.'),
    noCollections,
  ),
);
