import astro from 'eslint-plugin-astro';
import regexp from 'eslint-plugin-regexp';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Imports go one way: pages → embeds → components → client → delivery → site → words → domain; only the catalogue reads collections. */
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
              regex: '^(?!\\./|\\.\\./(?:codes|text)/|astro/zod$)',
              message: 'The domain imports only itself; schemas alone also import astro/zod.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/domain/codes/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./|\\.\\./(?!text/)|astro/zod$)',
              message: 'The codes know nothing of how text is read.',
            },
          ],
        },
      ],
    },
  },
  may(
    ['src/words/**'],
    not(
      'pages|embeds|components|client|delivery|site|pipeline|catalogue',
      'Words know only the ids of the domain.',
    ),
    noCollections,
  ),
  may(
    ['src/site/**'],
    not(
      'pages|embeds|components|client|delivery|pipeline|catalogue',
      'src/site imports only words and the domain.',
    ),
    noCollections,
  ),
  may(
    ['src/delivery/**'],
    not(
      'pages|embeds|components|client|pipeline|catalogue',
      'What hosts and browsers are told is made from addresses alone.',
    ),
    noCollections,
  ),
  may(
    ['src/client/**'],
    not('pages|embeds|components|pipeline|catalogue', 'Scripts import only what they run on.'),
    noCollections,
  ),
  may(
    ['src/components/**'],
    not('pages|embeds|pipeline|catalogue', 'Components get data as props.'),
    noCollections,
  ),
  may(
    ['src/embeds/**'],
    not('pages|pipeline', 'Embeds read the catalogue, never pages.'),
    noCollections,
  ),
  may(['src/pages/**'], not('pipeline', 'Pages know nothing of the pipeline.'), noCollections),
  may(
    ['src/pipeline/**'],
    not('pages|embeds|components|client|catalogue', 'The pipeline reads files, not collections.'),
    noCollections,
  ),
);
