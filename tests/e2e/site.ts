/** The two builds under test: at the root of a host, and below a base path. */
export const ROOT_PORT = 4173;
export const BASE_PORT = 4174;
export const BASE_PATH = '/docs/mgs';
