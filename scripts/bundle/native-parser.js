/**
 * A plugin for the native Markdown parser: its JavaScript goes into the bundle, for a run loads it file by file in the time that half a page
 * takes. The binary for the platform stays where npm has put it, and is looked for from the package and not from the bundle.
 */
const LOADER = /[\\/]node_modules[\\/]satteri[\\/]index\.js$/;
const OWN_URL = 'import.meta.url';

export const nativeParser = {
  name: 'native-parser',
  transform: {
    filter: { id: LOADER },
    handler(code) {
      if (!code.includes(OWN_URL))
        throw new Error('satteri looks for its binary in a way that the bundle does not know');
      return [
        `import { pathToFileURL } from 'node:url';`,
        `const ownUrl = new URL('../index.js', pathToFileURL(createRequire(${OWN_URL}).resolve('satteri'))).href;`,
        code.replaceAll(OWN_URL, 'ownUrl'),
      ].join('\n');
    },
  },
};
