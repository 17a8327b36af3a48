import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

export default defineConfig({
  site: 'https://mgs-codes.example',
  integrations: [starlight({ title: 'MGS result codes' })],
});
