import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  // The scaffold is a workspace of its own, with its own tests.
  test: { exclude: [...configDefaults.exclude, 'plugin/**'] },
});
