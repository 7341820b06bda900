/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** True in the page of packages for learning platforms, which `vite build --mode package` builds. */
  readonly PACKAGE: boolean | undefined;
}
